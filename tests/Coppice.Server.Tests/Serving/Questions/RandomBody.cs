using System.Text;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Serving.Questions;

/// <summary>Bodies near to what callers send: most are good, many are almost good, some are cut or have a byte changed.</summary>
internal static class RandomBody
{
    private static readonly string[] Names = ["usage", "plan", "x", "y", "naïve", "a b", "tab\\t", "usag", "usage2", ""];
    private static readonly string[] Customers = ["\"a\"", "\"c-17\"", "\"\"", "\"é\"", "17", "\"\\u0041\"", "null", "\"a/b\""];
    private static readonly string[] Spaces = ["", "", "", "", " ", "\n", "\t ", "\r\n"];

    public static string Make(SplitMix64 random)
    {
        var text = new StringBuilder();
        void Space() => text.Append(Spaces[(int)random.NextBelow(Spaces.Length)]);
        text.Append('{');
        int members = 1 + (int)random.NextBelow(3);
        for (int i = 0; i < members; i++)
        {
            if (i > 0)
                text.Append(',');
            Space();
            Member(random, text, i, Space);
            Space();
        }

        text.Append('}');
        Space();
        if ((int)random.NextBelow(20) == 0)
            Spoil(random, text);
        return text.ToString();
    }

    private static void Member(SplitMix64 random, StringBuilder text, int index, Action space)
    {
        switch ((int)random.NextBelow(12) == 0 ? (int)random.NextBelow(4) : index)
        {
            case 0:
                text.Append("\"customer\"").Append(':').Append((int)random.NextBelow(3) > 0 ? Customers[(int)random.NextBelow(2)] : Customers[(int)random.NextBelow(Customers.Length)]);
                break;
            case 1:
                text.Append("\"features\":");
                Features(random, text, space);
                break;
            case 2:
                text.Append("\"prediction_id\":\"p").Append((int)random.NextBelow(1_000)).Append('"');
                break;
            default:
                text.Append("\"other\":1");
                break;
        }
    }

    private static void Features(SplitMix64 random, StringBuilder text, Action space)
    {
        text.Append('{');
        int count = (int)random.NextBelow(5);
        int name = 0;
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(',');
            space();
            name = (int)random.NextBelow(4) == 0 ? (int)random.NextBelow(Names.Length) : name + (int)random.NextBelow(2) + (i > 0 ? 1 : 0);
            text.Append('"').Append(Names[name % Names.Length]).Append('"');
            space();
            text.Append(':');
            space();
            Value(random, text);
            space();
        }

        text.Append('}');
    }

    private static void Value(SplitMix64 random, StringBuilder text)
    {
        switch ((int)random.NextBelow(14))
        {
            case < 6:
                text.Append(((random.NextDouble() - 0.5) * Math.Pow(10, (int)random.NextBelow(12) - 4)).ToString("0.##########"));
                break;
            case 6:
                text.Append(random.NextDouble().ToString("R"));
                break;
            case 7:
                text.Append("-0");
                break;
            case 8:
                text.Append("1.5e").Append((int)random.NextBelow(400) - 200);
                break;
            case 9:
                text.Append("\"gold\"");
                break;
            case 10:
                text.Append("\"basic\"");
                break;
            case 11:
                text.Append((int)random.NextBelow(2) == 0 ? "true" : "null");
                break;
            case 12:
                text.Append("\"w\\u00e9\\n\"");
                break;
            default:
                text.Append((int)random.NextBelow(2) == 0 ? "123456789012345678901234567890" : "{\"deep\":[1,2,{\"x\":null}]}");
                break;
        }
    }

    private static void Spoil(SplitMix64 random, StringBuilder text)
    {
        int at = (int)random.NextBelow(text.Length);
        if ((int)random.NextBelow(2) == 0)
            text.Length = at;
        else
            text[at] = (char)(32 + (int)random.NextBelow(95));
    }
}
