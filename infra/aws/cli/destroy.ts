import { destroy } from '../deployment/destroy.ts';
import { runCommand } from '../deployment/run-command.ts';
import { terminalTools } from '../deployment/terminal-tools.ts';

process.exitCode = await runCommand(process.argv.slice(2), destroy, terminalTools());
