/** The debug adapter protocol, which front ends speak, and V8's own, which the process of the cells speaks. */
export type { DebugProtocol as Dap } from "npm:@vscode/debugprotocol@1.68.0";
export type { Protocol as V8 } from "npm:devtools-protocol@0.0.1734725";
