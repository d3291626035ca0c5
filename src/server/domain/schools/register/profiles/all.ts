/** The registers that can be loaded. A new one is data here, and no code. */
import type { Profile } from '../profile.ts';
import { czRejstrik } from './cz-rejstrik.ts';
import { deSachsen } from './de-sachsen.ts';
import { frColleges } from './fr-annuaire.ts';
import { itParitarie } from './it-paritarie.ts';
import { itStataliProvinceAutonome } from './it-statali-province-autonome.ts';
import { lvIestades, lvPirmsskolas, lvVisparizglitojosas } from './lv-viis.ts';
import { nlDuo } from './nl-duo.ts';
import { ptAml } from './pt-aml.ts';
import { seStockholm } from './se-skolverket.ts';
import { ukGias, ukNiPrimary } from './uk.ts';

export const profiles: readonly Profile[] = [
	czRejstrik,
	deSachsen,
	frColleges,
	itParitarie,
	itStataliProvinceAutonome,
	lvIestades,
	lvPirmsskolas,
	lvVisparizglitojosas,
	nlDuo,
	ptAml,
	seStockholm,
	ukGias,
	ukNiPrimary,
];
