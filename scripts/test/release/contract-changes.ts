import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { WorkspaceCopy } from "./workspace-copy.ts";

const schemas = "schemas/stytch/schemas";
const root = "schemas/stytch/openapi.yaml";

interface MemberSchema {
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const operation = `
  /v1/b2b/members/{member_id}/nickname:
    get:
      operationId: api_organization_v1_GetNickname
      summary: Get nickname
      parameters:
      - name: member_id
        in: path
        required: true
        schema:
          type: string
      responses:
        "200":
          description: Success
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/api_organization_v1_Member'
`;

/** Gives the Member an optional property, and the API an operation. */
export async function addNickname(workspace: WorkspaceCopy): Promise<void> {
  await changeMember(workspace, (properties) => ({
    ...properties,
    nickname: { type: "string", description: "What friends call the Member." },
  }));
  const text = await workspace.read(root);
  await workspace.write(root, text.replace("\npaths:\n", `\npaths:${operation}`));
}

/** Takes the property away; the operation stays. */
export async function removeNickname(workspace: WorkspaceCopy): Promise<void> {
  await changeMember(workspace, (properties) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => name !== "nickname")),
  );
}

/** Code of a consumer that needs both. */
export const useNickname = `import type { Member } from "@sdkmill/stytch-types";
import { b2bMembersGetNickname } from "@sdkmill/stytch-client/operations";

export const nicknameOf = (member: Member): string | undefined => member.nickname;
export const getNickname = b2bMembersGetNickname;
`;

async function changeMember(
  { folder, read, write }: WorkspaceCopy,
  change: (properties: MemberSchema["properties"]) => MemberSchema["properties"],
): Promise<void> {
  for (const name of await readdir(join(folder, schemas))) {
    const path = `${schemas}/${name}`;
    const schema = JSON.parse(await read(path)) as MemberSchema;
    if (schema.title !== "api_organization_v1_Member") continue;
    await write(path, JSON.stringify({ ...schema, properties: change(schema.properties) }, null, 2));
    return;
  }
  throw new Error("There is no schema of the Member.");
}
