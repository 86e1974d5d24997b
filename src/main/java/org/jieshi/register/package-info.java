/**
 * The register entry 登记簿 of a parcel: what stands now and everything that ever stood, cancelled and superseded rights
 * included, as a view and as a printed extract.
 *
 * <p>Reads only. A right that has ended is shown with its end and never as standing. Start with
 * {@link org.jieshi.register.RegisterEntries}. May use mutation, certificates, registration, disputes, parcels.
 */
@NullMarked
package org.jieshi.register;

import org.jspecify.annotations.NullMarked;
