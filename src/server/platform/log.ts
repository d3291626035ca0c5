/** Structured log, one JSON object a line. No secret, no personal data, no message a person wrote. */
import { pino } from 'pino';

export type Logger = {
	debug(details: object, message: string): void;
	info(details: object, message: string): void;
	warn(details: object, message: string): void;
	error(details: object, message: string): void;
	child(details: object): Logger;
};

/** A logger for one process; level from OPENTWINNING_LOG (silent in tests). */
export function createLogger(process_: 'web' | 'worker' | 'cli' | 'index' | 'test'): Logger {
	const level = process.env['OPENTWINNING_LOG'] ?? (process_ === 'test' ? 'silent' : 'info');
	return pino({ level, base: { process: process_ }, timestamp: pino.stdTimeFunctions.isoTime });
}
