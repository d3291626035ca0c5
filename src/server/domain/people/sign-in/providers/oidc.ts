/** The conversation with a provider: OpenID Connect with PKCE, state and nonce; the signature of each token is checked. */
import {
	allowInsecureRequests,
	authorizationCodeGrant,
	AuthorizationResponseError,
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	ClientError,
	discovery,
	enableNonRepudiationChecks,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
	ResponseBodyError,
	type Configuration,
} from 'openid-client';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { installation } from '#platform/installation';
import type { Provider } from './provider.ts';

const answersWithin = 5;
/** A provider's addresses and keys are asked for anew after this long. */
const knownFor = 3600_000;

/** What must come back as it went out. */
export type Errand = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who somebody is at a provider. */
export type Identity = {
	readonly provider: string;
	readonly subject: string;
	readonly name: string;
	/** Only an address that the provider has confirmed. */
	readonly email: string | undefined;
};

export type ProviderTrouble = 'provider-away' | 'provider-declined' | 'provider-wrong';

const known = new Map<string, { readonly at: number; readonly config: Configuration }>();

/** Asked when somebody comes, never at start: a provider that was down works as soon as it is up. */
async function configOf(ctx: Context, provider: Provider): Promise<Configuration> {
	const held = known.get(provider.id);
	if (held && Math.abs(ctx.now.getTime() - held.at) < knownFor) return held.config;
	const { issuer, clientId, clientSecret } = provider;
	const onThisMachine = installation().mode === 'trial' && new URL(issuer).protocol === 'http:';
	const execute = [enableNonRepudiationChecks, ...(onThisMachine ? [allowInsecureRequests] : [])];
	const options = { execute, timeout: answersWithin };
	const config = await discovery(new URL(issuer), clientId, clientSecret, undefined, options);
	known.set(provider.id, { at: ctx.now.getTime(), config });
	return config;
}

/** Where to send the browser, and what to remember in it. */
export async function wayTo(
	ctx: Context,
	provider: Provider,
): Promise<{ readonly address: string; readonly errand: Errand } | ProviderTrouble> {
	try {
		const config = await configOf(ctx, provider);
		const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
		const address = buildAuthorizationUrl(config, {
			redirect_uri: callbackOf(provider).href,
			scope: 'openid email profile',
			code_challenge: await calculatePKCECodeChallenge(errand.verifier),
			code_challenge_method: 'S256',
			state: errand.state,
			nonce: errand.nonce,
		});
		return { address: address.href, errand };
	} catch (error) {
		return troubleIn(error);
	}
}

/** Who came back, when everything about the answer is right. `search` is the query of the callback. */
export async function whoCameBack(
	ctx: Context,
	provider: Provider,
	search: string,
	{ state, nonce, verifier }: Errand,
): Promise<Identity | ProviderTrouble> {
	try {
		const config = await configOf(ctx, provider);
		const address = callbackOf(provider);
		address.search = search;
		const tokens = await authorizationCodeGrant(config, address, {
			expectedState: state,
			expectedNonce: nonce,
			pkceCodeVerifier: verifier,
			idTokenExpected: true,
		});
		const claims = tokens.claims();
		if (!claims) return 'provider-wrong';
		const { sub: subject, name, email, email_verified: confirmed } = claims;
		return {
			provider: provider.id,
			subject,
			name: typeof name === 'string' ? name.trim().slice(0, 100) : '',
			email: typeof email === 'string' && confirmed === true ? email.toLowerCase() : undefined,
		};
	} catch (error) {
		return troubleIn(error);
	}
}

/** One address for all languages: the platform leads from it to the reader's. */
function callbackOf({ id }: Provider): URL {
	return new URL(publicAddress(`/sign-in/with/${id}/callback`));
}

function troubleIn(error: unknown): ProviderTrouble {
	if (error instanceof AuthorizationResponseError) return 'provider-declined';
	// what the provider said is wrong; anything else is that it said nothing
	const wrong = error instanceof ResponseBodyError || (error instanceof ClientError && !isSilence(error));
	return wrong ? 'provider-wrong' : 'provider-away';
}

function isSilence({ code }: ClientError): boolean {
	return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
}
