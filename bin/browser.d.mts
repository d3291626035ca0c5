/** The path of a Chromium on this machine; installs it where that is possible, else says what to do and ends. */
export function findBrowser(): string;
