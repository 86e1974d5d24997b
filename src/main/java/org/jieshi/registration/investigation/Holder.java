package org.jieshi.registration.investigation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jieshi.identity.personal.Masked;
import org.jspecify.annotations.Nullable;

/**
 * One who is to hold the right, alone or with others.
 *
 * @param identityNumber identity card, unified social credit code or other document, by the type
 * @param representative legal representative of an organisation
 * @param shareOf the share as an exact fraction; both null where it is held jointly, or alone
 */
public record Holder(@NotBlank @Size(max = 200) String name, @NotNull Type type,
    @Nullable @Size(max = 60) String identityNumber, @Nullable @Size(max = 80) String representative,
    @Nullable @Size(max = 80) String agent, @Nullable @Size(max = 200) String address,
    @Nullable @Min(1) Long share, @Nullable @Min(1) Long shareOf) {

  /** Without the middle of a person's number; what an organisation is registered under is public. */
  public Holder masked() {
    return identityNumber == null || type.organisation() ? this : new Holder(name, type, Masked.identity(identityNumber),
        representative, agent, address, share, shareOf);
  }

  Holder withIdentityNumber(String number) {
    return new Holder(name, type, number, representative, agent, address, share, shareOf);
  }

  /** Kinds of holders (QLRLX), each with the fields that go with it (L2). */
  public enum Type {
    PERSON("个人"), ENTERPRISE("企业"), INSTITUTION("事业单位"), STATE_ORGAN("国家机关"), COLLECTIVE("农民集体"), OTHER("其他");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public boolean organisation() {
      return this != PERSON && this != OTHER;
    }
  }
}
