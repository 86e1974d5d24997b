package org.jieshi.registration;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.HolderRules;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** L2: a party, a right or a source that stands there twice. It warns and holds nothing up. */
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
    List<Bilingual> warnings = new ArrayList<>();
    if (found != null && found.form() != null) {
      warnings.addAll(HolderRules.warnings(found.form().allHolders()));
    }
    applications.allOf(application.parcel()).stream()
        .filter(other -> !other.id().equals(application.id()) && other.state() == ApplicationState.CERTIFIED
            && other.title().rightKind() == application.title().rightKind())
        .forEach(other -> warnings.add(new Bilingual(
            "The same kind of right was certified on this parcel before, by application %s.".formatted(other.number()),
            "本宗地的同类权利曾经申请 %s 发证。".formatted(other.number()))));
    if (found != null && found.basisDocument() != null && (found.boundaryBasis() == BoundaryBasis.APPROVAL
        || found.boundaryBasis() == BoundaryBasis.AGREEMENT)) {
      otherParcels(application, found.basisDocument()).forEach(parcel -> warnings.add(new Bilingual(
          "The document %s is the source of parcel %s too.".formatted(found.basisDocument(), parcel),
          "文件 %s 同时为宗地 %s 的权属来源。".formatted(found.basisDocument(), parcel))));
    }
    List<ApplicationDocument> sources = documents.of(application.id()).stream()
        .filter(document -> document.kind() == DocumentKind.SOURCE_OF_RIGHT).toList();
    if (sources.stream().map(ApplicationDocument::sha256).distinct().count() < sources.size()) {
      warnings.add(new Bilingual("The same file stands twice as source of the right.", "权属来源材料中有重复文件。"));
    }
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
