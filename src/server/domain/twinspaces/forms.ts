/** What the forms of a TwinSpace send. */
import { z } from 'zod';
import { id } from '#shared/form-fields';

/** Which class comes in. */
export const bringClassForm = z.object({ class: id() });
