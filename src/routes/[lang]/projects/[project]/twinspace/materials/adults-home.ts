/** Where the grown-ups' pages of a project's TwinSpace begin. */
export function adultsHome(lang: string, address: string): string {
	return `/${lang}/projects/${address}/twinspace`;
}
