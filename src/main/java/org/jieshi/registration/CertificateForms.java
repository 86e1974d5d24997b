package org.jieshi.registration;

import org.jieshi.registration.investigation.Holding;

/** How many certificates a right gets; implemented by the module certificates, which knows the form in use. */
public interface CertificateForms {

  /** If it were issued today; at least 1. */
  int papers(Holding holding);
}
