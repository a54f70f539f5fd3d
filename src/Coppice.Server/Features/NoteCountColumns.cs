namespace Coppice.Server.Features;

/// <summary>How much is said, and how varied it is.</summary>
internal sealed class NoteCountColumns(InputTable table)
{
    /// <summary>A concept named more often than this is insisted on.</summary>
    private const int Insisted = 2;

    private readonly float[] _mentions = table["notes.mentions"].Numbers;
    private readonly float[] _length = table["notes.length"].Numbers;
    private readonly float[] _diversity = table["notes.diversity"].Numbers;
    private readonly float[] _mostNamed = table["notes.most_named"].Numbers;
    private readonly float[] _namedOnce = table["notes.named_once"].Numbers;
    private readonly float[] _insisted = table["notes.named_often"].Numbers;

    public void Write(int row, NoteTotals totals)
    {
        _mentions[row] = totals.Mentions;
        _length[row] = totals.Length;
        int most = 0;
        int once = 0;
        int insisted = 0;
        double entropy = 0;
        foreach (int concept in totals.Named)
        {
            int times = totals.Times(concept);
            double share = times / (double)totals.Mentions;
            entropy -= share * Math.Log(share);
            most = Math.Max(most, times);
            once += times == 1 ? 1 : 0;
            insisted += times > Insisted ? 1 : 0;
        }

        _diversity[row] = (float)entropy;
        _mostNamed[row] = most;
        _namedOnce[row] = once;
        _insisted[row] = insisted;
    }
}
