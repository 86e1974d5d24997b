package org.jieshi.map;

import java.util.List;
import org.jieshi.identity.Districts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds the land of a certificate by a part of its number, for whoever is signed in. */
@RestController
class CertificateSearch {

  private static final int SHORTEST = 2;

  private final JdbcClient jdbc;
  private final Districts districts;

  CertificateSearch(JdbcClient jdbc, Districts districts) {
    this.jdbc = jdbc;
    this.districts = districts;
  }

  /**
   * @param q part of a number in any letter case; below two characters nothing is found
   * @return live certificates first, then by number
   */
  @GetMapping("/api/search/certificates")
  Found find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "5") int size) {
    String part = q.strip();
    if (part.length() < SHORTEST) {
      return new Found(List.of());
    }
    return new Found(jdbc.sql("""
        select number, parcel, holder, status from certificate
         where position(lower(:part) in lower(number)) > 0
           and (cast(:district as text) is null or unit_in_district(unit_id, :district))
         order by status <> 'LIVE', number limit :size
        """).param("part", part).param("district", districts.limit()).param("size", Math.max(1, Math.min(50, size))).query(Certificate.class).list());
  }

  record Found(List<Certificate> items) {
  }

  /** @param parcel code of the parcel it was issued for */
  record Certificate(String number, String parcel, @Nullable String holder, String status) {
  }
}
