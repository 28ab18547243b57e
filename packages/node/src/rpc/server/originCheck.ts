/** Which web pages may talk to this node: those of this machine and those named by the operator. Programs send no Origin. */

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

export type OriginCheck = (origin: string | undefined) => boolean;

/** `listed`: origins such as `https://polkadot.js.org`; `*` lets all in. */
export function originCheck(listed: readonly string[]): OriginCheck {
  const allowed = new Set(listed);
  return (origin) => {
    if (origin === undefined || allowed.has('*') || allowed.has(origin)) return true;
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    return url !== undefined && LOOPBACK_HOSTS.has(url.hostname);
  };
}
