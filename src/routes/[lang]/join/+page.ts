/** The school is found while one types, and what was typed outlives a reload. */
export const csr = true;
