import type { Command } from '../../data/commands.ts';
import { destinationWords } from '../destinations/find-destinations.ts';

/** "Transfer to branch tacoma". */
export function deedWords(command: Command): string {
  switch (command.command) {
    case 'transfer':
      return `Transfer to ${destinationWords(command.destination)}`;
    case 'hangUp':
      return 'End of the call';
    case 'mute':
      return 'Mute';
    case 'unmute':
      return 'Unmute';
    case 'adviserJoined':
    case 'adviserLeft':
    case 'adviserDropped':
      return 'News of an adviser';
  }
}
