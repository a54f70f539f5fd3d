using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal static partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterPredictFromDMatrix(
        BoosterHandle booster, MatrixHandle matrix, string configuration, out nint shape, out ulong dimensions, out nint result);
}
