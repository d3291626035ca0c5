/** A page that is only read. */
export const csr = false;
