/** Several names in one field. @param {string | undefined} text names apart by commas, 、 or lines */
export const names = (text) => String(text ?? '').split(/[,，、;；\n]/).map((name) => name.trim()).filter(Boolean);

/** @param {string | undefined} text */
export const lines = (text) => String(text ?? '').split('\n').map((line) => line.trim()).filter(Boolean);

/** The number of an application, as documents print it, from its id: 申2013-0013 of A2013-0013. @param {string} id */
export const applicationNumber = (id) => id.replace(/^A(?=\d)/, '申');
