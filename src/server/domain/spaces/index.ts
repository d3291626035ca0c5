/** Spaces: a room to work in, who is in it, and what they may. Its tools are nested parts. */
// use cases
export { makeSpace } from './make-space.ts';
export { addAdultMember, addPupilMembers, growClass } from './add-members.ts';
export { changeRole, rolesFor } from './change-role.ts';
export { leaveSpace, removeMember } from './remove-member.ts';
export { letInAgain, suspendFromSpace } from './suspend-from-space.ts';
export { changeSpace } from './change-space.ts';
export { archiveSpace, openSpaceAgain } from './archive-space.ts';
export { tagPupils, type TagRefusal } from './tag-pupils.ts';
export { recordActivity } from './activity.ts';
// reads
export {
	formerPupilsFor,
	memberEverFor,
	memberFor,
	membersFor,
	readersFor,
	spaceFor,
	spacesFor,
} from './read-spaces.ts';
export { activityFor } from './activity.ts';
export { suspendedMemberFor, suspendedMembersFor } from './suspend-from-space.ts';
export { logFor, logKinds, logVerbs } from './log.ts';
export { allNamesIn, hasMember, personOfMember, personsWithRole, spacesWithPupil } from './members.sql.ts';
export { demandOwnTeacher, hasOwnTeacher, hasTeacherOf, ownSchool } from './look-after.ts';
export { nameOfSpace } from './spaces.sql.ts';
export { inTheirPlace, withoutAliases } from './without-aliases.ts';
export { membershipIds, type Whose } from './privacy.sql.ts';
export { answersForSpace, demandRight, mayInSpace, rightsIn } from './abilities.ts';
export { pupilsToTag, tagsOf, type TaggablePupil } from './tag-pupils.ts';
export { filesEndingWith } from './files-ending-with.ts';
export {
	pupilsInSpace,
	recognisedOn,
	vouchedFor,
	withoutConsent,
	type PupilInSpace,
} from './recognised.sql.ts';
// fragments
export { showsWithoutConsent } from './recognised.sql.ts';
export { countriesInSpace, memberCard, memberOfRow } from './members.sql.ts';
export { isPresent, spaceColumns, spaceOfRow, spacesOfActor } from './spaces.sql.ts';
// forms
export { roleForm, spaceForm, tagForm } from './forms.ts';
// types
export { grantOf, isPupilRole, memberRoles, rightsByTool, teacherRoles } from './rights.ts';
export type { AdultRole, MemberRole, PupilRole, Right, SpaceKind, SpaceTool } from './rights.ts';
export type { Member, MemberCard, MemberEver, MemberId, SchoolId, Space, SpaceId } from './space.ts';
export type { Activity } from './activity.ts';
export type { LoggedDeed, LogKind, LogVerb, LogWindow } from './log.ts';
