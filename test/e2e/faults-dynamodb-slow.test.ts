import { tellDynamoDbStories } from './dynamodb-faults-stories.ts';

tellDynamoDbStories([
  { called: 'slow, by half a second', set: (dynamoDb, on) => dynamoDb.slow(on ? 500 : 0) },
  { called: 'slow, by three seconds', set: (dynamoDb, on) => dynamoDb.slow(on ? 3000 : 0) },
]);
