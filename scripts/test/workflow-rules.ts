import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Workflow, type WorkflowJob, type WorkflowStep } from "./workflow-files.ts";

/** What a workflow must not do; the faults of one, each as a sentence. */
export type WorkflowRule = (workflow: Workflow) => readonly string[];

const { scripts, packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly packageManager: string;
};

/** A tag can be moved to other code, a commit can not. The comment says to people, and to bots, what it is. */
const pinned: WorkflowRule = ({ text }) =>
  text
    .split("\n")
    .filter((line) => /^\s*(?:- )?uses:/.test(line))
    .filter((line) => !/uses: \w[\w.-]*\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => `is not pinned by a commit with its version beside it: ${line.trim()}`);

/** Permissions are given to jobs, so that no job has what another one needs. */
const leastPermissions: WorkflowRule = ({ permissions, jobs }) => [
  ...(JSON.stringify(permissions) === "{}" ? [] : ["gives permissions to all jobs"]),
  ...Object.entries(jobs).flatMap(([name, job]) =>
    job.permissions === undefined ? [`${name} asks for none`] : [],
  ),
];

/** Writing is for jobs that run neither what a pull request holds nor what is generated of a document. */
const fewWriters: WorkflowRule = ({ file, jobs }) =>
  Object.entries(jobs).flatMap(([name, { permissions = {} }]) => {
    const writes = Object.keys(permissions).filter((key) => permissions[key] !== "read");
    const allowed = writers[`${file} ${name}`] ?? [];
    return writes.filter((key) => !allowed.includes(key)).map((key) => `${name} may write ${key}`);
  });

const writers: Readonly<Record<string, readonly string[]>> = {
  "ci.yml snapshot-publish": ["id-token"],
  "release.yml version": ["contents", "pull-requests"],
  "release.yml publish": ["contents", "id-token"],
  "regenerate.yml propose": ["contents", "pull-requests"],
};

/** Whoever may publish waits for the people that the environment names. */
const guardedPublishing: WorkflowRule = ({ jobs }) =>
  Object.entries(jobs).flatMap(([name, { permissions, environment }]) =>
    permissions?.["id-token"] !== undefined && environment === undefined
      ? [`${name} publishes unguarded`]
      : [],
  );

/** It would run with the rights of the repository on what a stranger proposes. */
const noForeignTrigger: WorkflowRule = ({ on }) =>
  ["pull_request_target", "workflow_run", "issue_comment"]
    .filter((trigger) => trigger in on)
    .map((trigger) => `runs on ${trigger}`);

/** An expression in a script is pasted before the shell reads it: whatever it holds becomes code. */
const noExpressionInScripts: WorkflowRule = (workflow) =>
  stepsOf(workflow).flatMap(({ run = "" }) =>
    run.includes("${{") ? [`has an expression in a script: ${run}`] : [],
  );

/** Titles, names of branches and outputs hold no text that people or documents elsewhere have written. */
const noForeignText: WorkflowRule = ({ text }) =>
  [...text.matchAll(/\$\{\{(.*?)\}\}/g)]
    .map(([, expression = ""]) => expression.trim())
    .filter((expression) =>
      /github\.(?:event\.(?!pull_request\.(?:number|base\.sha)\b)|head_ref|actor)|toJSON/.test(expression),
    )
    .map((expression) => `takes in \${{ ${expression} }}`);

/** Inputs go to scripts by variables alone. */
const inputsByVariables: WorkflowRule = (workflow) =>
  stepsOf(workflow).flatMap(({ with: parameters = {} }) =>
    JSON.stringify(parameters).includes("inputs.") ? ["gives an input to an action"] : [],
  );

const noKeptCredentials: WorkflowRule = (workflow) =>
  stepsOf(workflow)
    .filter(({ uses = "" }) => uses.startsWith("actions/checkout@"))
    .flatMap(({ with: parameters }) =>
      parameters?.["persist-credentials"] === false ? [] : ["leaves credentials behind after a checkout"],
    );

/** What one run leaves in a cache could otherwise get into what another one publishes. */
const noCache: WorkflowRule = (workflow) =>
  stepsOf(workflow).flatMap(({ uses = "", with: parameters }) =>
    uses.startsWith("actions/cache") ||
    (uses.startsWith("actions/setup-node@") && parameters?.["package-manager-cache"] !== false)
      ? [`keeps a cache: ${uses}`]
      : [],
  );

const noLongLivedSecret: WorkflowRule = ({ text }) =>
  [...text.matchAll(/secrets\.(\w+)|NODE_AUTH_TOKEN|NPM_TOKEN/g)]
    .filter(([, name]) => name !== "SDKMILL_APP_PRIVATE_KEY")
    .map(([secret]) => `uses ${secret}`);

const bounded: WorkflowRule = ({ concurrency, jobs }) => [
  ...(concurrency === undefined ? ["has no concurrency"] : []),
  ...Object.entries(jobs).flatMap(([name, job]) =>
    job["timeout-minutes"] === undefined ? [`${name} has no timeout`] : [],
  ),
];

/** Commands of pnpm that are no script of package.json. */
const pnpmCommands = new Set(["install", "exec"]);

/** What it calls is there: scripts of package.json, files, and the one pnpm of the project. */
const callsWhatIsThere: WorkflowRule = (workflow) =>
  stepsOf(workflow).flatMap(({ run = "", with: parameters }) => {
    const commands = `${run}\n${String(parameters?.["script"] ?? "")}`;
    const called = [...commands.matchAll(/\bpnpm ([\w-]+)/g)].map(([, script = ""]) => script);
    const files = [...commands.matchAll(/\b(?:node|bash) ([\w./-]+)/g)].map(([, file = ""]) => file);
    const installed = [...commands.matchAll(/npm install --global (\S+)/g)].map(([, name = ""]) => name);
    return [
      ...called
        .filter((script) => !pnpmCommands.has(script) && !(script in scripts))
        .map((script) => `calls pnpm ${script}`),
      ...files.filter((file) => !existsSync(join(root, file))).map((file) => `calls ${file}`),
      ...installed.filter((name) => name !== packageManager).map((name) => `installs ${name}`),
    ];
  });

function stepsOf({ jobs }: Workflow): readonly WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps }: WorkflowJob) => steps);
}

export const workflowRules = {
  pinned,
  leastPermissions,
  fewWriters,
  guardedPublishing,
  noForeignTrigger,
  noExpressionInScripts,
  noForeignText,
  inputsByVariables,
  noKeptCredentials,
  noCache,
  noLongLivedSecret,
  bounded,
  callsWhatIsThere,
} as const;
