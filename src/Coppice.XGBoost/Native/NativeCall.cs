using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

/// <summary>Every return code of the library passes here; every string it lends is copied here.</summary>
internal static class NativeCall
{
    public static void Check(int returnCode, [CallerArgumentExpression(nameof(returnCode))] string call = "")
    {
        if (returnCode != 0)
        {
            // The error text belongs to this thread and to the last failed call: read it before anything else runs.
            string text = Marshal.PtrToStringUTF8(NativeMethods.XGBGetLastError()) ?? "";
            throw XGBoostException.FromNativeError(FunctionName(call), text);
        }
    }

    public static unsafe string[] CopyStrings(nint strings, ulong count)
    {
        var copies = new string[count];
        for (int i = 0; i < copies.Length; i++)
        {
            copies[i] = Marshal.PtrToStringUTF8(((nint*)strings)[i]) ?? "";
        }

        return copies;
    }

    // "NativeMethods.XGBoosterSlice(_handle, …)" names the function between the first dot and the parenthesis.
    private static string FunctionName(string call)
    {
        int end = call.IndexOf('(', StringComparison.Ordinal);
        string name = end < 0 ? call : call[..end];
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
