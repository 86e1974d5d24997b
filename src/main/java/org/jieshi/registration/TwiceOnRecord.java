package org.jieshi.registration;

import java.util.List;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.HolderRules;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** L2: a party, a right or a source that stands there twice. It warns and holds nothing up. */
final class TwiceOnRecord {

  private TwiceOnRecord() {
  }

  static List<Bilingual> parties(@Nullable Investigation found) {
    return found == null || found.form() == null ? List.of() : HolderRules.warnings(found.form().allHolders());
  }

  /** @param ofParcel every application for the parcel, this one among them */
  static List<Bilingual> rights(Application application, List<Application> ofParcel) {
    return ofParcel.stream()
        .filter(other -> !other.id().equals(application.id()) && other.state() == ApplicationState.CERTIFIED
            && other.title().rightKind() == application.title().rightKind())
        .map(other -> new Bilingual(
            "The same kind of right was certified on this parcel before, by application %s.".formatted(other.number()),
            "本宗地的同类权利曾经申请 %s 发证。".formatted(other.number()))).toList();
  }

  /**
   * The document that can be the source of this parcel alone: an approval or an agreement names its land, while the
   * certificate of 1987 is of the whole farm, and history and present use have no document.
   */
  static @Nullable String ownSource(@Nullable Investigation found) {
    return found != null && (found.boundaryBasis() == BoundaryBasis.APPROVAL
        || found.boundaryBasis() == BoundaryBasis.AGREEMENT) ? found.basisDocument() : null;
  }

  /** @param parcels the others that rest on that document */
  static List<Bilingual> sources(String document, List<String> parcels) {
    return parcels.stream().map(parcel -> new Bilingual(
        "The document %s is the source of parcel %s too.".formatted(document, parcel),
        "文件 %s 同时为宗地 %s 的权属来源。".formatted(document, parcel))).toList();
  }

  /** One file under two names proves nothing twice. */
  static List<Bilingual> files(List<ApplicationDocument> documents) {
    List<String> sources = documents.stream().filter(document -> document.kind() == DocumentKind.SOURCE_OF_RIGHT)
        .map(ApplicationDocument::sha256).toList();
    return sources.stream().distinct().count() == sources.size() ? List.of()
        : List.of(new Bilingual("The same file stands twice as source of the right.", "权属来源材料中有重复文件。"));
  }
}
