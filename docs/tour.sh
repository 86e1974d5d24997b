#!/usr/bin/env bash
# The ten-minute tour of the README by HTTP: the last parcel of the demo farm from the upload to the certificate, each
# step by the officer whose office it is. Needs curl and jq, and a demo that was told up to that parcel:
#   JIESHI_DEMO_UNTIL=last-parcel JIESHI_DATA=var/tour bin/run
set -euo pipefail
cd "$(dirname "$0")/.."
server=${1:-http://127.0.0.1:8080}

as() { # as USER METHOD PATH [curl options]: the answer's body; a refusal ends the tour with its sentence
  local user=$1 method=$2 path=$3 answer; shift 3
  answer=$(curl -sS --fail-with-body -u "$user:huashan-$user" -X "$method" "$server$path" "$@") ||
    { echo "$method $path: $answer" >&2; return 1; }
  printf '%s' "$answer"
}
json() { as "$1" POST "$2" -H 'Content-Type: application/json' -d "$3"; }
step() { # step USER RECORD ACTION BODY: changes a versioned record as it stands
  local etag
  etag=$(as "$1" GET "$2" -o /dev/null -D - | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
  as "$1" POST "$2/actions/$3" -H "If-Match: $etag" -H 'Content-Type: application/json' -d "$4" >/dev/null
  echo "  $3"
}
until_day() { json surveyor /api/demo/clock "{\"date\":\"$1\"}" | jq -r '"the office date is \(.today)"'; }
share() { as manager GET /api/coverage | jq -r '"certified: \(.certifiedAreaHm2) of \(.totalAreaHm2) hm², \(.certifiedShare)"'; }

echo "1 The farm with 91 certificates"; share

echo "2 The surveyor uploads the last parcel"
import=$(as surveyor POST /api/imports -F file=@data/huashan/15-parcels-2012-last.zip -F layer=parcels -F accuracy=0.05 |
  jq .id)
while :; do
  seen=$(as surveyor GET "/api/imports/$import")
  case $(jq -r .status <<<"$seen") in QUEUED | READING | CHECKING) sleep 0.3 ;; *) break ;; esac
done
jq -c '{status, crs, encoding, counts, preview}' <<<"$seen"
as surveyor POST "/api/imports/$import/commit" >/dev/null

echo "3 A village claim lies over its edge"
conflict=$(as reviewer GET '/api/conflicts?track=OWNERSHIP&status=OPEN&size=500' |
  jq '[.items[] | select(.left.code == "450721014005GN00008")] | first')
jq -c '{id, left: .left.code, right: .right.code, overlapClass, track, area, meanWidth, allowedWidth}' <<<"$conflict"
parcel=$(jq -r .left.code <<<"$conflict")

echo "4 The surveyor applies for it and records the investigation"
application=$(json surveyor /api/applications "{\"parcel\":\"$parcel\"}" | jq -r .id)
for kind in APPLICATION_FORM HOLDER_IDENTITY SOURCE_OF_RIGHT INVESTIGATION_FORM; do
  as surveyor POST "/api/applications/$application/documents" -F kind=$kind -F 'file=@data/huashan/README.md' >/dev/null
done
step surveyor "/api/applications/$application" record-survey '{"boundaryBasis":"FARM_1987_CERTIFICATE",
  "basisDocument":"《山界林权证》1987年","surveyedOn":"2012-06-20","neighbours":[{"name":"白水塘村委会第1村民小组","pointing":"BOTH_SIGNED","on":"2012-06-20"}]}'
as reviewer GET "/api/applications/$application" | jq -r '.unmet[] | "  \(.gate): \(.fact)"'

echo "5 The mediator opens a case, hears both sides and settles it"
case=$(json mediator /api/disputes "{\"conflicts\":[$(jq .id <<<"$conflict")],\"handlers\":[\"mediator\",\"reviewer\"]}" |
  jq -r .id)
step mediator "/api/disputes/$case" accept '{}'
step mediator "/api/disputes/$case" copy '{}'
until_day 2012-08-06
step mediator "/api/disputes/$case" answer '{"statement":"The farm has managed this land since 1958."}'
step mediator "/api/disputes/$case" mediate '{}'
until_day 2012-08-20
step mediator "/api/disputes/$case" session '{"place":"village office","people":["farm","village group"],
  "minutes":"Both sides walked the line and agreed on the surveyed one."}'
signatures=$(as mediator GET "/api/disputes/$case" |
  jq -c '[.parties[] | {party: .name, name: "representative", signedOn: "2012-08-20"}]')
step mediator "/api/disputes/$case" agree "{\"outcome\":\"CLAIM_AMENDED\",\"documentNumber\":\"灵土调〔2012〕1号\",
  \"text\":\"The surveyed line is the boundary.\",\"seal\":\"灵山县土地权属争议调解办公室\",\"signatures\":$signatures}"
step mediator "/api/disputes/$case" serve '{}'
step mediator "/api/disputes/$case" close '{}'

echo "6 Notice, review, meeting"
until_day 2012-08-22
step reviewer "/api/applications/$application" publish-notice '{"place":"village notice board"}'
as reviewer GET "/api/applications/$application" | jq -r '.unmet[] | "  \(.gate): \(.fact)"'
until_day 2012-09-17
step reviewer "/api/applications/$application" review '{"opinion":"The notice has run, nobody objected."}'
as approver GET "/api/applications/$application" | jq -r '"  allowed: \(.allowedActions | join(", "))"'
step approver "/api/applications/$application" decide-in-meeting '{"meetingNumber":"灵国土资局务〔2012〕9号",
  "heldOn":"2012-09-17","attendees":["梁志远","黄丽","陆建国"],"decision":"Settled by agreement; to be registered."}'

echo "7 Consultation, fee, register, certificate"
step reviewer "/api/applications/$application" consult '{}'
step reviewer "/api/applications/$application" settle-fees '{"receiptNumber":"灵财票(2012)第1015号","paidOn":"2012-09-17"}'
step approver "/api/applications/$application" register '{}'
json approver /api/certificates "{\"application\":\"$application\"}" | jq -c '{number, parcel, areaHm2, verification}'

echo "8 The share"; share
