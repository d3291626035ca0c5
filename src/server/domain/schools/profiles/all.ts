/** The registers that can be loaded. A new one is a new file here, and no code. */
import type { Profile } from '../import/profile.ts';
import { itParitarie } from './it-paritarie.ts';
import { itStataliProvinceAutonome } from './it-statali-province-autonome.ts';
import { nlDuo } from './nl-duo.ts';

export const profiles: readonly Profile[] = [itParitarie, itStataliProvinceAutonome, nlDuo];
