// SPDX-License-Identifier: Apache-2.0
// Which verbs each role of the office has, written down once more in the words of the office's rules: the program is held to it at every route.

const CASES = ["OWN", "CASE_READ", "NUMBERS_READ"];
const HANDLES = [...CASES, "CASE_HANDLE", "CASE_NOTE", "CASE_MESSAGE", "CASE_IDENTITY", "CASE_EXPORT", "FILE_ATTACH", "OUTCOME_PREPARE"];

export const MAY = {
	DESK: [...CASES, "CASE_TRIAGE", "CASE_DISPATCH", "CASE_NOTE", "CASE_MESSAGE", "CASE_IDENTITY", "CASE_EXPORT", "FILE_ATTACH", "ROUTING_EDIT", "TEMPLATE_EDIT", "OUTCOME_PREPARE"],
	STREET: HANDLES,
	DEPARTMENT: HANDLES,
	SUPERVISOR: [...CASES, "CASE_NOTE", "FILE_ATTACH", "OUTCOME_STAND_IN"],
	PUBLISHER: [...CASES, "FILE_ATTACH", "OUTCOME_PREPARE"],
	APPROVER: [...CASES, "CASE_DECIDE", "CASE_MESSAGE", "CASE_IDENTITY", "CASE_EXPORT", "FILE_ATTACH", "OUTCOME_APPROVE"],
	AUDITOR: ["OWN", "AUDIT_READ", "NUMBERS_READ"],
	ADMINISTRATOR: ["OWN", "ACCOUNT_MANAGE"],
};

// What an account may that has these roles, "DESK,PUBLISHER": the verbs of each, and no others.
export const may = roles => new Set(roles.split(",").flatMap(role => MAY[role]));
