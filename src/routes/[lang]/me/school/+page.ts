/** Schools are found while one types. */
export const csr = true;
