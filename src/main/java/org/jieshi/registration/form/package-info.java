/**
 * The investigation form 地籍调查表 as it is read and printed: fields, boundary table with coordinates and the points
 * shared with neighbours, signatures, sketch; with it the notice of default and the statement of reasons. Start with
 * {@link org.jieshi.registration.form.FormPrinter}. Values and drawings only; what is stated is recorded elsewhere.
 */
@NullMarked
package org.jieshi.registration.form;

import org.jspecify.annotations.NullMarked;
