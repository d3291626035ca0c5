/** What an action answers to a form that could not be carried out: everything typed, and what to mend, in the reader's language. */
export type FormReply = {
	/** Name of the form that was sent, so that a page may hold several. */
	form: string;
	/** What was typed, by field name. */
	values: Record<string, string | string[]>;
	/** What to mend, by field name. */
	errors: Record<string, string>;
	/** What stands in the way of the form as a whole. */
	message?: string;
};

/** Names of the fields that forms carry for themselves. */
export const FORM_KEY = 'form-key';
