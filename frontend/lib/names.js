/** Several names in one field. @param {string | undefined} text names apart by commas, 、 or lines */
export const names = (text) => String(text ?? '').split(/[,，、;；\n]/).map((name) => name.trim()).filter(Boolean);

/** @param {string | undefined} text */
export const lines = (text) => String(text ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
