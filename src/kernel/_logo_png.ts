// Made by tests/kernel/generate_logo.ts from logo.ts; not to be edited.

/** The kernel's picture, 64 by 64 pixels, as base64. */
export const LOGO_PNG: string =
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHeAAAFGUlEQVR4nO2bT0wcVRzHf7OwW1oVFqNJ/7DJ4rEc" +
  "SnsSuWzigRrasCbQxKgppnvw0CbS2MvSxG2iXpqUQxsvkrjEHpQlEWKawEHbi2Ji0tKDRC92DWg1MeyCUlYGZvz+" +
  "pgydnZ1ZdndmmJmln+Qxv7fLYd/nvfd7b2b3CVSGaDwV3dhY70MYk2XqxDVK/mBOEChLRHcaG0NT2clUlkwQUErg" +
  "hovi+gcIB6k+SAeDoStGIkoERE4nB9HbIyhhVOsGjIi8IATeWfj6w0lUtykSwI2XJPoMYd0SCBAkfJymLbYF7IXG" +
  "qwQCgdfVkaAIiMaTnaJI9xD6npb9MvUfLyAimrjXRMtrShOL4OmA5Hicc4Lyblvv8G2Z5Bj5HG789Pk8RVo3USNa" +
  "yDXQyRthQwnQMPb7rY8GhbZTl2OyLN3GK75npP9fGjjxuPdVUreeodHv9iMqBStDu3CkdzhNJJ8lF0i8fQZ/iUY/" +
  "H8dfa3Qc2qCZC3lExZQTgFEwhBGQzMkuLXl2CsgklqnrJRHRE1YKAnVdfd5kCqD5RFMYAUkZsSvYJeDMif/oWv8/" +
  "iIop3/sKc74XoE98KotIgC9fbUVUHt8LuPjqI6XoGRhtodlfg4jK42sBkVaJZi8tISpmZj5E5242I9oZXwswS3w9" +
  "11uxBwigtjO+FXDy6DqNvrWCqJhr3xxQSqX4UkC5xNdjuvMzxpcCOOlx0ZPAvJ/G/K8G3wkwS3yzD4I08GkLourw" +
  "nQCe9zz/9fCOr9LEp8VXAjjjc+bXw0mPSy34SsDspRymgPXEp8U3AjjpcdFTS+LT4gsBnPimz+eU5U9LrYlPiy8E" +
  "2J34tHhegBOJT4vnBRglPt7vc+/Xmvi0eFpAonuNUr2riIq5OPEcjd/dh8g6nhXACe/795eUqxY7Ep8Wzwq4cmqV" +
  "zr2yhqiYnuth+ulhIyJ78KQAXvaM9vuZu000NPEsIvvwpACj5/t2Jj4tnhNg1vu85HGxG88JyGDN57Vfi1O9z3hK" +
  "ADecBeixc9nT4ykB3HiWoIXv9ip5vl8rnhFg9u2Ok73PeEJAZuJL3O0ZP+R0svcZTwho/iPtyL1+Jbgu4GDT3/TG" +
  "wYzjW14zXBfwbvu4IkFPpd/tWaWsgK72xxl5Md9g+cGDETeH2in24o+IinFiy2uGqYCMwZLEv7lZhAi+8hCdf9hQ" +
  "842JWdbnTU813+1ZxVCA2YczI7t6hLKPDtOfhReUa0Eqv2x1tvxM8cPfIipl+q9u+mHpGCJ74CW2HIYCOCNzqRVV" +
  "BF/zYrMSM+HgChr/i+GwZ/j/0r/FEdlHTQL4hmTmQo6am0recozdHvoqhgIY/tVVortAbdiccOykDG48L3m15hMr" +
  "mAowQhGB9ZpXB06QSt2imMJmiPo+OeBK45mqBBjBEjoObW4LOYpSKTznv1h4jW6MTaHmDpYF6OEdHY8QFsFSImFJ" +
  "mUYqPNxn5vcpNzgd3W/ilZ0TlZPYLqAaeCfIPBXwVICrAobniGT7tl5V4L4A4b7Q1pucxBDoQ23XcVsAHrHyj6WH" +
  "38MIGEF913FbABQMCVtH5B6gtudQDkzgShgFaYyCs7Sn2Doyg4h4FGyI63My9jGo1j1o9HJjMNS5fWiKiZy+HJck" +
  "6SuEdU/JsTmVvXB20PTgpAqPBFmS0nKdTQc0dFkIBAbVnlfB66VwThBFMVU/iVEYCwaDKZ7zpMNQgMqWiLhAckwm" +
  "IQohx8gXCPfxmbP4zHfQ8Emjhqv8D/cEzznPMrpHAAAAAElFTkSuQmCC";
