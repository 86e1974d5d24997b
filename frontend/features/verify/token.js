/**
 * The token of a verification address; the whole address may be given, as it is printed on the certificate.
 *
 * @param {string} text
 */
export const tokenOf = (text) => text.trim().replace(/[/?#]+$/, '').split('/').pop() ?? '';
