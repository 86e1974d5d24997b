/**
 * Registration: an application carries one parcel from the request to the entry in the register (登簿), past the gates
 * W1–W7 of rules.md, which fail closed.
 *
 * <pre>
 * step              from → to                                    who        gates
 * record-survey     APPLIED … CONSULTED → SURVEYED               surveyor   –
 * publish-notice    SURVEYED, NOTICED → NOTICED                  reviewer   W1 (may be published), W2, W4
 * review            NOTICED → REVIEWED                           reviewer   W1, W2, W4
 * approve           REVIEWED → LEADER_APPROVED                   approver   W1, W2, W4, W5
 * decide-in-meeting REVIEWED, LEADER_APPROVED, CONSULTED
 *                     → MEETING_DECIDED                          approver   W1, W2, W4, W5 (by its own minutes)
 * consult           LEADER_APPROVED, MEETING_DECIDED, CONSULTED
 *                     → CONSULTED                                reviewer   W1, W2, W4, W5
 * register          CONSULTED → REGISTERED                       approver   W1–W7
 * (certificate)     REGISTERED → CERTIFIED                       approver   W1–W7, in the issuing transaction
 * suspend           any open → SUSPENDED                         reviewer, mediator, approver   –
 * resume            SUSPENDED → where it was                     reviewer, approver             W2
 * reject            any open, SUSPENDED → REJECTED               approver   –
 * withdraw          open before REGISTERED, SUSPENDED
 *                     → WITHDRAWN                                surveyor, reviewer             –
 * settle-fees, exempt-fees   any open, SUSPENDED, stays          reviewer / approver            –
 * point-boundary    SURVEYED … CONSULTED, SUSPENDED, stays        surveyor, reviewer             –
 * fill-form         SURVEYED, stays                              surveyor   –
 * decide-land-use   SURVEYED … CONSULTED, SUSPENDED, stays        approver   –
 * refund-fees       any, stays                                    approver   –
 * propose-, confirm-, end-override  any open, SUSPENDED, stays  approver    –
 * </pre>
 *
 * <p>Invariants: one open application per parcel; a step is judged and taken in one transaction with the application
 * and its parcel locked; a new survey throws away notice, review and approval, so that nobody's consent covers land they
 * did not see; after the entry in the register an application is not withdrawn (不动产登记暂行条例 Art. 15), and one
 * whose land or standing changed between the entry and the certificate is rejected and applied for anew. The table above
 * is {@link org.jieshi.registration.Action}, and its test goes through every pair of state and step.
 *
 * <p>Start with {@link org.jieshi.registration.Action}, then {@link org.jieshi.registration.Application} and
 * {@link org.jieshi.registration.Procedure}. Other modules use {@link org.jieshi.registration.Applications}; certificates
 * implements {@link org.jieshi.registration.LiveCertificates}. Sub-packages: {@code investigation}, {@code notice},
 * {@code documents}, {@code gates}, {@code overrides},
 * {@code batch}, {@code form}, {@code numbers}, {@code settings}. May use parcels, conflicts, disputes, coordination and fees.
 */
@NullMarked
package org.jieshi.registration;

import org.jspecify.annotations.NullMarked;
