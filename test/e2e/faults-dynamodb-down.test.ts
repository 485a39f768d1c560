import { tellDynamoDbStories } from './dynamodb-faults-stories.ts';

tellDynamoDbStories([
  { called: 'throttled', set: (dynamoDb, on) => dynamoDb.throttled(on) },
  { called: 'down', set: (dynamoDb, on) => dynamoDb.outage(on) },
]);
