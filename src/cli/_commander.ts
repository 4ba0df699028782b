/** The only place that names the package. */
export { Command, CommanderError, InvalidArgumentError, Option } from "npm:commander@15.1.0";
