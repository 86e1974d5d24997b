/**
 * Paper: a sheet in millimetres, and the fonts every printed document embeds. No character is ever lost silently: one
 * that no font has is printed as its code point. Knows nothing of what is printed; certificates, notices, investigation
 * forms and fee sheets are put together by their own modules. Start with {@link org.jieshi.print.Sheet}.
 */
@NullMarked
package org.jieshi.print;

import org.jspecify.annotations.NullMarked;
