package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What other modules ask of the disputes. */
@Service
public class Disputes {

  static final List<String> OPEN = Arrays.stream(DisputeStage.values()).filter(DisputeStage::open)
      .map(Enum::name).toList();
  static final List<String> CONTESTING = Arrays.stream(DisputeTrack.values())
      .filter(DisputeTrack::contestsTitle).map(Enum::name).toList();

  private final JdbcClient jdbc;

  Disputes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The unresolved cases that a parcel is part of, of every track, the oldest first. A decided case is unresolved until
   * the time for review and suit is over and it was closed; an agreed one is resolved. A remainder that goes on alone
   * is no part of its case any more: the parked face is (gate W2).
   */
  public List<OpenDispute> openOn(String parcelCode) {
    return jdbc.sql("""
        select d.id, d.number, d.title, d.track, d.stage, d.opened_on from dispute d
        where d.stage in (:open)
          and exists (select 1 from dispute_unit u where u.dispute_id = d.id and u.kind = 'PARCEL' and u.code = :code
            and u.parked_as is null)
        order by d.opened_on, d.id
        """).param("open", OPEN).param("code", parcelCode)
        .query((row, number) -> new OpenDispute(row.getString("id"), row.getString("number"), row.getString("title"),
            DisputeTrack.valueOf(row.getString("track")), DisputeStage.valueOf(row.getString("stage")),
            row.getObject("opened_on", LocalDate.class)))
        .list();
  }

  /**
   * Whether somebody ever contested the title of a parcel in a case, whatever came of it: then the bureau meeting
   * decides its registration (gate W5). Trespass and contract quarrels contest no title.
   */
  public boolean everDisputed(String parcelCode) {
    return jdbc.sql("""
        select exists (select 1 from dispute d join dispute_unit u on u.dispute_id = d.id
          where d.track in (:contesting) and u.kind = 'PARCEL' and u.code = :code)
        """).param("contesting", CONTESTING).param("code", parcelCode).query(Boolean.class).single();
  }

  /** Whether the parcel is the face of another that is parked in a case and has no number of its own kind yet. */
  public boolean isParkedFace(String parcelCode) {
    return jdbc.sql("""
        select exists (select 1 from parked_face p join spatial_unit u on u.id = p.face_unit
          where u.kind = 'PARCEL' and u.code = :code and p.renumbered_unit is null)
        """).param("code", parcelCode).query(Boolean.class).single();
  }

  /** Whether there is such a case, by id or printed number, open or over, and the parcel is part of it. */
  public boolean concerns(String caseNumber, String parcelCode) {
    return jdbc.sql("""
        select exists (select 1 from dispute d join dispute_unit u on u.dispute_id = d.id
          where (d.id = :case or d.number = :case) and u.kind = 'PARCEL' and u.code = :code)
        """).param("case", caseNumber).param("code", parcelCode).query(Boolean.class).single();
  }
}
