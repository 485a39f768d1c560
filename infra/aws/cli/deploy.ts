import { deploy } from '../deployment/deploy.ts';
import { runCommand } from '../deployment/run-command.ts';
import { terminalTools } from '../deployment/terminal-tools.ts';

process.exitCode = await runCommand(process.argv.slice(2), deploy, terminalTools());
