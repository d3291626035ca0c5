/** A large file over a line that may break: the browser goes on where it stopped, by itself and after a new start. */

/** What became of it: taken, `broken` (try again, it goes on), or refused with a reason of the platform. */
export type Sent =
	| { readonly state: 'done'; readonly file: string }
	| { readonly state: 'broken' }
	| { readonly state: 'refused'; readonly reason: string };

/** Sends one file; `progress` hears how many hundredths are there. */
export async function sendInPieces(
	file: File,
	to: { readonly purpose: string; readonly owner: string },
	progress: (percent: number) => void,
): Promise<Sent> {
	const { Upload, DetailedError } = await import('tus-js-client');
	return new Promise((resolve) => {
		const upload = new Upload(file, {
			endpoint: '/uploads/tus',
			chunkSize: 8_000_000,
			retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
			metadata: { ...to, name: file.name },
			removeFingerprintOnSuccess: true,
			onProgress: (sent, all) => progress(all > 0 ? (sent / all) * 100 : 0),
			onSuccess: ({ lastResponse }) =>
				resolve({ state: 'done', file: lastResponse.getHeader('x-opentwinning-file') ?? '' }),
			onError: (error) => {
				const response = error instanceof DetailedError ? error.originalResponse : undefined;
				const status = response?.getStatus() ?? 0;
				const reason = response?.getBody().trim() || 'too-large';
				resolve(status === 422 || status === 413 ? { state: 'refused', reason } : { state: 'broken' });
			},
		});
		void upload.findPreviousUploads().then(([before]) => {
			if (before) upload.resumeFromPreviousUpload(before);
			upload.start();
		});
	});
}

/** The names of files that were begun in this browser and did not arrive whole. */
export async function begunBefore(owner: string): Promise<string[]> {
	const { defaultOptions } = await import('tus-js-client');
	const begun = (await defaultOptions.urlStorage?.findAllUploads()) ?? [];
	const dayAgo = Date.now() - 24 * 3600 * 1000;
	return begun
		.filter(({ metadata, creationTime }) => metadata['owner'] === owner && Date.parse(creationTime) > dayAgo)
		.map(({ metadata }) => metadata['name'] ?? '');
}
