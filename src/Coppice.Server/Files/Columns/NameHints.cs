namespace Coppice.Server.Files.Columns;

/// <summary>What the name of a column gives away.</summary>
internal static class NameHints
{
    private static readonly string[] TimeWords =
        ["date", "time", "timestamp", "ts", "day", "when", "at", "datetime", "created", "updated", "occurred", "since", "until", "joined", "start", "end"];

    private static readonly string[] KeyWords = ["id", "key", "uuid", "guid", "code", "number", "no", "nr", "ref"];

    private static readonly string[] NoteWords = ["note", "notes", "transcription", "transcript", "conversation", "text"];

    public static bool SpeaksOfNotes(string name) => Words(name).Any(NoteWords.Contains);

    public static bool SpeaksOfTime(string name) => Words(name).Any(TimeWords.Contains);

    public static bool SpeaksOfKey(string name) => Words(name) is [.., var last] && KeyWords.Contains(last);

    /// <summary>Lower-case letters and digits only: customerID, customer_id and "Customer Id" are the same name.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            bool isHump = !isEnd && i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (!isEnd && !isHump)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = isHump ? i : i + 1;
        }

        return words;
    }
}
