/** Numbers are Chinese with brackets: `灵国用(2012)第0001号`. @param {string} number */
export const certificateAddress = (number) => `/api/certificates/${encodeURIComponent(number)}`;

/** @param {string} number */
export const pdfAddress = (number) => `${certificateAddress(number)}.pdf`;
