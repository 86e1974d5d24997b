package org.jieshi.ladm;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.shared.Bilingual;

/** The values that the tables use, each with the value of ISO 19152:2012 that it stands for, where there is one. */
final class CodeLists {

  /** @param standard empty where the standard has no value for it: an extension, as its code lists allow */
  record Code(String list, String code, String standard, Bilingual title) {}

  static final List<Code> ALL = all();

  private CodeLists() {}

  private static List<Code> all() {
    List<Code> codes = new ArrayList<>();
    for (RightKind kind : RightKind.values()) {
      codes.add(new Code("LA_RightType", kind.name(), "usufruct", kind.title()));
    }
    codes.add(of("LA_RightType", "CLAIM", "informalOccupation", "claim, not certified", "主张，未经登记"));
    codes.add(of("LA_RightType", "EVIDENCE", "", "asserted by an older document", "既有凭证所载"));
    for (RightNature nature : RightNature.values()) {
      codes.add(new Code("CN_RightNature", nature.name(), nature == RightNature.LEASE ? "lease" : "", nature.title()));
    }
    codes.add(of("LA_RestrictionType", "LOGGING", "", "no felling while the land is in dispute", "争议期间不得采伐"));
    codes.add(of("LA_RestrictionType", "LAND_USE_CHANGE", "", "no change of use while the land is in dispute",
        "争议期间不得改变利用现状"));
    codes.add(of("LA_ResponsibilityType", "RESTITUTION", "", "to give the land back", "返还土地"));
    codes.add(of("LA_BAUnitType", "rightOfUseUnit", "rightOfUseUnit", "parcel", "宗地"));
    codes.add(of("LA_BAUnitType", "claim", "", "claimed land", "主张范围"));
    codes.add(of("LA_BAUnitType", "evidence", "", "land of an older document", "既有凭证范围"));
    codes.add(of("LA_PartyType", "naturalPerson", "naturalPerson", "person", "个人"));
    codes.add(of("LA_PartyType", "nonNaturalPerson", "nonNaturalPerson", "organisation", "单位"));
    codes.add(of("LA_GroupPartyType", "association", "association", "joint holders", "共同共有人"));
    for (BoundaryMark.Nature nature : BoundaryMark.Nature.values()) {
      codes.add(new Code("CN_BoundaryNature", nature.name(), "", nature.title()));
    }
    for (BoundaryMark.Monument mark : BoundaryMark.Monument.values()) {
      codes.add(new Code("LA_MonumentationType", mark.name(), switch (mark) {
        case CONCRETE -> "marker";
        case NONE -> "notMarked";
        default -> "";
      }, monument(mark)));
    }
    codes.add(of("LA_AdministrativeSourceType", "title", "title", "certificate", "权证"));
    for (DocumentKind kind : DocumentKind.values()) {
      codes.add(new Code("LA_AdministrativeSourceType", kind.name(), "", kind.title()));
    }
    codes.add(of("LA_AdministrativeSourceType", "BUREAU_DECISION", "", "decision of the bureau meeting", "局务会议决定"));
    codes.add(of("LA_AdministrativeSourceType", "DISPUTE", "", "case file", "争议案卷"));
    codes.add(of("LA_SpatialSourceType", "fieldSurvey", "fieldSurvey", "survey file", "测绘成果文件"));
    return List.copyOf(codes);
  }

  private static Bilingual monument(BoundaryMark.Monument mark) {
    return switch (mark) {
      case NAIL -> new Bilingual("nail", "钢钉");
      case CONCRETE -> new Bilingual("concrete post", "水泥桩");
      case LIME -> new Bilingual("lime post", "石灰桩");
      case PAINT -> new Bilingual("paint", "喷涂");
      case CERAMIC -> new Bilingual("ceramic mark", "瓷标志");
      case NONE -> new Bilingual("no mark", "无标志");
      case OTHER -> new Bilingual("other", "其他");
    };
  }

  private static Code of(String list, String code, String standard, String en, String zh) {
    return new Code(list, code, standard, new Bilingual(en, zh));
  }
}
