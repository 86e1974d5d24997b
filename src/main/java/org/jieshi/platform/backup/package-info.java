/**
 * The whole register into one file and back, across databases with and without PostGIS.
 *
 * <p>Start with {@link org.jieshi.platform.backup.Backup}. A restore is whole and verified, or nothing.
 */
@NullMarked
package org.jieshi.platform.backup;

import org.jspecify.annotations.NullMarked;
