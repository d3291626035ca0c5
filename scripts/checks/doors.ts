/** Lines of src/access.ts for the doors of server.ts, which have no folder: `ws:` sockets and `tus:` uploads. */
export const doorKeys = /^(ws|tus):/;
