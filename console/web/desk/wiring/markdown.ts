import { guide, guideTitle, type GuideAddresses, type GuideBlock } from './guide.ts';

/** The guide as the file beside the console's handbook has it. */
export function guideAsMarkdown(addresses: GuideAddresses): string {
  return `# ${guideTitle}\n\n${guide(addresses).map(blockText).join('\n\n')}\n`;
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.words}`;
    case 'words':
      return block.words;
    case 'code':
      return `\`\`\`\n${block.code}\n\`\`\``;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
  }
}
