package org.jieshi.registration;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may stand there twice; {@link TwiceOnRecord} tells what does (L2). */
@Component
class Duplicates {

  private final ApplicationStore applications;
  private final Documents documents;
  private final JdbcClient jdbc;

  Duplicates(ApplicationStore applications, Documents documents, JdbcClient jdbc) {
    this.applications = applications;
    this.documents = documents;
    this.jdbc = jdbc;
  }

  List<Bilingual> of(Application application, @Nullable Investigation found) {
    List<Bilingual> warnings = new ArrayList<>(TwiceOnRecord.parties(found));
    warnings.addAll(TwiceOnRecord.rights(application, applications.allOf(application.parcel())));
    String source = TwiceOnRecord.ownSource(found);
    if (source != null) {
      warnings.addAll(TwiceOnRecord.sources(source, otherParcels(application, source)));
    }
    warnings.addAll(TwiceOnRecord.files(documents.of(application.id())));
    return warnings;
  }

  private List<String> otherParcels(Application application, String document) {
    return jdbc.sql("""
        select distinct a.parcel from investigation i join application a on a.id = i.application_id
        where i.basis_document = :document and i.boundary_basis in ('APPROVAL', 'AGREEMENT') and a.parcel <> :parcel
          and a.state not in ('REJECTED', 'WITHDRAWN') order by a.parcel limit 5
        """).param("document", document).param("parcel", application.parcel()).query(String.class).list();
  }
}
