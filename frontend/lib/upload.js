/**
 * Sends a form and tells how much of it has gone out, which `fetch` cannot.
 *
 * @param {string} path
 * @param {{method: string, headers: Record<string, string>, body: FormData, signal?: AbortSignal,
 *   sent: (bytes: number, total: number) => void}} what
 * @returns {Promise<Response>} rejected with `AbortError` when it was called off, with `TypeError` when it broke off
 */
export function sendForm(path, { method, headers, body, signal, sent }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => event.lengthComputable && sent(event.loaded, event.total);
    request.onload = () => resolve(new Response(request.status === 204 ? null : request.responseText,
      { status: request.status, headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' } }));
    request.onerror = () => reject(new TypeError('the connection broke off'));
    request.onabort = () => reject(new DOMException('called off', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/**
 * How long the rest takes at the speed so far.
 *
 * @param {number} sent bytes
 * @param {number} total bytes
 * @param {number} milliseconds since the first byte
 * @returns {number | null} seconds; null while nobody can tell
 */
export const secondsLeft = (sent, total, milliseconds) => (sent === 0 || milliseconds < 1000 ? null
  : Math.ceil((total - sent) * milliseconds / sent / 1000));
