/**
 * Certificates on paper: the certificate itself, the parcel map (宗地图) to scale, the boundary table (界址标示表).
 *
 * <p>Pure: what is printed comes in as a {@link org.jieshi.certificates.print.PrintedCertificate}, a PDF goes out. Start
 * with {@link org.jieshi.certificates.print.CertificatePrinter}. Uses {@code geometry} and {@code shared}.
 */
@NullMarked
package org.jieshi.certificates.print;

import org.jspecify.annotations.NullMarked;
