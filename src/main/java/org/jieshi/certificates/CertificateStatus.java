package org.jieshi.certificates;

/** A certificate counts while it is live; afterwards it is only remembered. */
public enum CertificateStatus {
  LIVE, CANCELLED, SUPERSEDED
}
