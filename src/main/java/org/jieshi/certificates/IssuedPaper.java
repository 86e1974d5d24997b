package org.jieshi.certificates;

import java.util.List;

/**
 * One paper of a certificate: the only one, or that of one of the co-owners.
 *
 * @param position of its holder among the co-owners, from 0; 0 where it is the only one
 */
record IssuedPaper(Certificate certificate, int position, String number, String token, String sha256) {

  /** To whom it is made out. */
  String holder() {
    return certificate.bearer(number);
  }

  /** Those to whom it is made out, one by one. */
  List<String> names() {
    return certificate.holders().isEmpty() ? List.of(certificate.holder()) : certificate.holders().stream()
        .filter(holder -> holder.certificate().equals(number)).map(CoHolder::name).toList();
  }
}
