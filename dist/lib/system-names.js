import{t as e}from"./errors.js";function t(e,t){let n=/* @__PURE__ */ new Map;for(let r of e){let e=t(r),i=n.get(e);i===void 0?n.set(e,[r]):i.push(r)}return[...n.values()]}function n(e){return[...new Set(e)]}function r(e,t){if(e.length>64)return;let[n]=t.map(t=>({each:t,distance:a(e.toLowerCase().replaceAll(`_`,`-`),t)})).toSorted((e,t)=>e.distance-t.distance);return n!==void 0&&n.distance<=Math.max(1,Math.floor(n.each.length/3))?n.each:void 0}function i(e,t){let n=r(e,t);return n===void 0?``:`; did you mean ${n}?`}function a(e,t){let n=[],r=Array.from({length:t.length+1},(e,t)=>t);for(let i=1;i<=e.length;i++){let a=[i];for(let o=1;o<=t.length;o++){let s=e[i-1]===t[o-1],c=i>1&&o>1&&e[i-1]===t[o-2]&&e[i-2]===t[o-1];a[o]=Math.min((r[o]??0)+1,(a[o-1]??0)+1,(r[o-1]??0)+ +!s,c?(n[o-2]??0)+1:1/0)}n=r,r=a}return r[t.length]??0}function o(e,t){if(e===null)return!1;if(t===null)return!0;let[n,r]=[e,t].map(e=>e.split(`.`).map(Number)),i=Math.max(n?.length??0,r?.length??0);for(let e=0;e<i;e++){let t=(n?.[e]??0)-(r?.[e]??0);if(t!==0)return t>0}return!1}const s=/^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/;var c=`system	library	names
debian11	libBrokenLocale.so.1	GLIBC_2.2.5
debian11	libacl.so.1	ACL_1.0 ACL_1.1 ACL_1.2
debian11	libattr.so.1	ATTR_1.0 ATTR_1.1 ATTR_1.2 ATTR_1.3
debian11	libaudit.so.1	-
debian11	libblkid.so.1	BLKID_1.0 BLKID_2.15 BLKID_2.17 BLKID_2.18 BLKID_2.20 BLKID_2.21 BLKID_2.23 BLKID_2.25 BLKID_2.30 BLKID_2_31 BLKID_2_36
debian11	libbz2.so.1	-
debian11	libcap-ng.so.0	-
debian11	libcom_err.so.2	-
debian11	libcrypt.so.1	GLIBC_2.2.5 XCRYPT_2.0 XCRYPT_4.3 XCRYPT_4.4
debian11	libdebconfclient.so.0	-
debian11	libgcc_s.so.1	GCC_3.0 GCC_3.3 GCC_3.3.1 GCC_3.4 GCC_3.4.2 GCC_3.4.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.7.0 GCC_4.8.0 GCC_7.0.0
debian11	libgcrypt.so.20	GCRYPT_1.6
debian11	libgmp.so.10	-
debian11	libgpg-error.so.0	GPG_ERROR_1.0
debian11	libgssapi_krb5.so.2	gssapi_krb5_2_MIT HIDDEN
debian11	libk5crypto.so.3	k5crypto_3_MIT HIDDEN
debian11	libkeyutils.so.1	KEYUTILS_0.3 KEYUTILS_1.0 KEYUTILS_1.3 KEYUTILS_1.4 KEYUTILS_1.5 KEYUTILS_1.6 KEYUTILS_1.7 KEYUTILS_1.8 KEYUTILS_1.9
debian11	libkrb5.so.3	krb5_3_MIT HIDDEN
debian11	libkrb5support.so.0	krb5support_0_MIT HIDDEN
debian11	liblz4.so.1	-
debian11	liblzma.so.5	XZ_5.0 XZ_5.2
debian11	libmount.so.1	MOUNT_2.19 MOUNT_2.20 MOUNT_2.21 MOUNT_2.22 MOUNT_2.23 MOUNT_2.24 MOUNT_2.25 MOUNT_2.26 MOUNT_2.28 MOUNT_2.30 MOUNT_2.33 MOUNT_2.34 MOUNT_2_35
debian11	libnsl.so.1	GLIBC_2.2.5 GLIBC_PRIVATE
debian11	libnsl.so.2	LIBNSL_1.0 LIBNSL_1.0.1 LIBNSL_1.0.2 LIBNSL_PRIVATE
debian11	libnss_compat.so.2	GLIBC_PRIVATE
debian11	libnss_dns.so.2	GLIBC_PRIVATE
debian11	libnss_files.so.2	GLIBC_PRIVATE
debian11	libnss_hesiod.so.2	GLIBC_PRIVATE
debian11	libpam.so.0	LIBPAM_1.0 LIBPAM_EXTENSION_1.0 LIBPAM_EXTENSION_1.1 LIBPAM_EXTENSION_1.1.1 LIBPAM_MODUTIL_1.0 LIBPAM_MODUTIL_1.1 LIBPAM_MODUTIL_1.1.3 LIBPAM_MODUTIL_1.1.9 LIBPAM_MODUTIL_1.3.2 LIBPAM_1.4
debian11	libpam_misc.so.0	LIBPAM_MISC_1.0
debian11	libpamc.so.0	LIBPAMC_1.0
debian11	libpcre.so.3	-
debian11	libpcre2-8.so.0	-
debian11	libpcreposix.so.3	-
debian11	libselinux.so.1	LIBSELINUX_1.0
debian11	libsmartcols.so.1	SMARTCOLS_2.25 SMARTCOLS_2.27 SMARTCOLS_2.28 SMARTCOLS_2.29 SMARTCOLS_2.30 SMARTCOLS_2.31 SMARTCOLS_2.33 SMARTCOLS_2.34 SMARTCOLS_2.35
debian11	libsystemd.so.0	LIBSYSTEMD_209 LIBSYSTEMD_211 LIBSYSTEMD_213 LIBSYSTEMD_214 LIBSYSTEMD_216 LIBSYSTEMD_217 LIBSYSTEMD_219 LIBSYSTEMD_220 LIBSYSTEMD_221 LIBSYSTEMD_222 LIBSYSTEMD_226 LIBSYSTEMD_227 LIBSYSTEMD_229 LIBSYSTEMD_230 LIBSYSTEMD_231 LIBSYSTEMD_232 LIBSYSTEMD_233 LIBSYSTEMD_234 LIBSYSTEMD_236 LIBSYSTEMD_237 LIBSYSTEMD_238 LIBSYSTEMD_239 LIBSYSTEMD_240 LIBSYSTEMD_241 LIBSYSTEMD_243 LIBSYSTEMD_245 LIBSYSTEMD_246 LIBSYSTEMD_247
debian11	libthread_db.so.1	GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3
debian11	libtic.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.current NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian11	libtinfo.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.current NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian11	libtirpc.so.3	TIRPC_0.3.0 TIRPC_0.3.1 TIRPC_0.3.2 TIRPC_0.3.3 TIRPC_PRIVATE
debian11	libudev.so.1	LIBUDEV_183 LIBUDEV_189 LIBUDEV_196 LIBUDEV_199 LIBUDEV_215 LIBUDEV_247
debian11	libuuid.so.1	UUID_1.0 UUID_2.20 UUID_2.31 UUID_2.36 UUIDD_PRIVATE
debian11	libz.so.1	ZLIB_1.2.0 ZLIB_1.2.0.2 ZLIB_1.2.0.8 ZLIB_1.2.2 ZLIB_1.2.2.3 ZLIB_1.2.2.4 ZLIB_1.2.3.3 ZLIB_1.2.3.4 ZLIB_1.2.3.5 ZLIB_1.2.5.1 ZLIB_1.2.5.2 ZLIB_1.2.7.1 ZLIB_1.2.9
debian11	libzstd.so.1	-
debian12	libBrokenLocale.so.1	GLIBC_2.2.5
debian12	libacl.so.1	ACL_1.0 ACL_1.1 ACL_1.2
debian12	libattr.so.1	ATTR_1.0 ATTR_1.1 ATTR_1.2 ATTR_1.3
debian12	libaudit.so.1	-
debian12	libblkid.so.1	BLKID_1.0 BLKID_2.15 BLKID_2.17 BLKID_2.18 BLKID_2.20 BLKID_2.21 BLKID_2.23 BLKID_2.25 BLKID_2.30 BLKID_2_31 BLKID_2_36 BLKID_2_37
debian12	libbz2.so.1	-
debian12	libc_malloc_debug.so.0	GLIBC_2.2.5 GLIBC_2.10 GLIBC_2.16 GLIBC_2.33
debian12	libcap-ng.so.0	-
debian12	libcap.so.2	-
debian12	libcrypt.so.1	GLIBC_2.2.5 XCRYPT_2.0 XCRYPT_4.3 XCRYPT_4.4
debian12	libdebconfclient.so.0	-
debian12	libdrop_ambient.so.0	-
debian12	libgcc_s.so.1	GCC_3.0 GCC_3.3 GCC_3.3.1 GCC_3.4 GCC_3.4.2 GCC_3.4.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.7.0 GCC_4.8.0 GCC_7.0.0 GCC_12.0.0
debian12	libgcrypt.so.20	GCRYPT_1.6
debian12	libgdbm.so.6	-
debian12	libgdbm_compat.so.4	-
debian12	libgmp.so.10	-
debian12	libgpg-error.so.0	GPG_ERROR_1.0
debian12	liblz4.so.1	-
debian12	liblzma.so.5	XZ_5.0 XZ_5.2 XZ_5.1.2alpha XZ_5.2.2 XZ_5.4
debian12	libmd.so.0	LIBMD_0.0
debian12	libmount.so.1	MOUNT_2.19 MOUNT_2.20 MOUNT_2.21 MOUNT_2.22 MOUNT_2.23 MOUNT_2.24 MOUNT_2.25 MOUNT_2.26 MOUNT_2.28 MOUNT_2.30 MOUNT_2.33 MOUNT_2.34 MOUNT_2_35 MOUNT_2_37 MOUNT_2_38
debian12	libnsl.so.1	GLIBC_2.2.5 GLIBC_PRIVATE
debian12	libnss_compat.so.2	GLIBC_PRIVATE
debian12	libnss_dns.so.2	GLIBC_PRIVATE
debian12	libnss_files.so.2	GLIBC_PRIVATE
debian12	libnss_hesiod.so.2	GLIBC_PRIVATE
debian12	libpam.so.0	LIBPAM_1.0 LIBPAM_EXTENSION_1.0 LIBPAM_EXTENSION_1.1 LIBPAM_EXTENSION_1.1.1 LIBPAM_MODUTIL_1.0 LIBPAM_MODUTIL_1.1 LIBPAM_MODUTIL_1.1.3 LIBPAM_MODUTIL_1.1.9 LIBPAM_MODUTIL_1.3.2 LIBPAM_1.4 LIBPAM_MODUTIL_1.4.1
debian12	libpam_misc.so.0	LIBPAM_MISC_1.0
debian12	libpamc.so.0	LIBPAMC_1.0
debian12	libpcre2-8.so.0	-
debian12	libpsx.so.2	-
debian12	libselinux.so.1	LIBSELINUX_1.0 LIBSELINUX_3.4
debian12	libsmartcols.so.1	SMARTCOLS_2.25 SMARTCOLS_2.27 SMARTCOLS_2.28 SMARTCOLS_2.29 SMARTCOLS_2.30 SMARTCOLS_2.31 SMARTCOLS_2.33 SMARTCOLS_2.34 SMARTCOLS_2.35 SMARTCOLS_2.38
debian12	libsystemd.so.0	LIBSYSTEMD_209 LIBSYSTEMD_211 LIBSYSTEMD_213 LIBSYSTEMD_214 LIBSYSTEMD_216 LIBSYSTEMD_217 LIBSYSTEMD_219 LIBSYSTEMD_220 LIBSYSTEMD_221 LIBSYSTEMD_222 LIBSYSTEMD_226 LIBSYSTEMD_227 LIBSYSTEMD_229 LIBSYSTEMD_230 LIBSYSTEMD_231 LIBSYSTEMD_232 LIBSYSTEMD_233 LIBSYSTEMD_234 LIBSYSTEMD_236 LIBSYSTEMD_237 LIBSYSTEMD_238 LIBSYSTEMD_239 LIBSYSTEMD_240 LIBSYSTEMD_241 LIBSYSTEMD_243 LIBSYSTEMD_245 LIBSYSTEMD_246 LIBSYSTEMD_247 LIBSYSTEMD_248 LIBSYSTEMD_249 LIBSYSTEMD_250 LIBSYSTEMD_251 LIBSYSTEMD_252
debian12	libthread_db.so.1	GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3
debian12	libtic.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian12	libtinfo.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian12	libudev.so.1	LIBUDEV_183 LIBUDEV_189 LIBUDEV_196 LIBUDEV_199 LIBUDEV_215 LIBUDEV_247
debian12	libuuid.so.1	UUID_1.0 UUID_2.20 UUID_2.31 UUID_2.36 UUIDD_PRIVATE
debian12	libz.so.1	ZLIB_1.2.0 ZLIB_1.2.0.2 ZLIB_1.2.0.8 ZLIB_1.2.2 ZLIB_1.2.2.3 ZLIB_1.2.2.4 ZLIB_1.2.3.3 ZLIB_1.2.3.4 ZLIB_1.2.3.5 ZLIB_1.2.5.1 ZLIB_1.2.5.2 ZLIB_1.2.7.1 ZLIB_1.2.9 ZLIB_1.2.12
debian12	libzstd.so.1	-
debian13	libBrokenLocale.so.1	GLIBC_2.2.5
debian13	libacl.so.1	ACL_1.0 ACL_1.1 ACL_1.2
debian13	libattr.so.1	ATTR_1.0 ATTR_1.1 ATTR_1.2 ATTR_1.3
debian13	libaudit.so.1	-
debian13	libblkid.so.1	BLKID_1.0 BLKID_2.15 BLKID_2.17 BLKID_2.18 BLKID_2.20 BLKID_2.21 BLKID_2.23 BLKID_2.25 BLKID_2.30 BLKID_2_31 BLKID_2_36 BLKID_2_37 BLKID_2_39 BLKID_2_40
debian13	libbz2.so.1	-
debian13	libc_malloc_debug.so.0	GLIBC_2.2.5 GLIBC_2.10 GLIBC_2.16 GLIBC_2.33
debian13	libcap-ng.so.0	-
debian13	libcap.so.2	-
debian13	libcrypt.so.1	GLIBC_2.2.5 XCRYPT_2.0 XCRYPT_4.3 XCRYPT_4.4
debian13	libcrypto.so.3	OPENSSL_3.0.0 OPENSSL_3.0.3 OPENSSL_3.0.8 OPENSSL_3.0.9 OPENSSL_3.1.0 OPENSSL_3.2.0 OPENSSL_3.3.0 OPENSSL_3.4.0 OPENSSL_3.5.0
debian13	libdebconfclient.so.0	-
debian13	libdrop_ambient.so.0	-
debian13	libgcc_s.so.1	GCC_3.0 GCC_3.3 GCC_3.3.1 GCC_3.4 GCC_3.4.2 GCC_3.4.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.7.0 GCC_4.8.0 GCC_7.0.0 GCC_12.0.0 GCC_13.0.0 GCC_14.0.0
debian13	libgmp.so.10	-
debian13	liblastlog2.so.2	LIBLASTLOG2_2_40
debian13	liblzma.so.5	XZ_5.0 XZ_5.2 XZ_5.1.2alpha XZ_5.2.2 XZ_5.4 XZ_5.6.0 XZ_5.8
debian13	libmd.so.0	LIBMD_0.0 LIBMD_0.1
debian13	libmount.so.1	MOUNT_2.19 MOUNT_2.20 MOUNT_2.21 MOUNT_2.22 MOUNT_2.23 MOUNT_2.24 MOUNT_2.25 MOUNT_2.26 MOUNT_2.28 MOUNT_2.30 MOUNT_2.33 MOUNT_2.34 MOUNT_2_35 MOUNT_2_37 MOUNT_2_38 MOUNT_2_39 MOUNT_2_40 MOUNT_2_41
debian13	libnsl.so.1	GLIBC_2.2.5 GLIBC_PRIVATE
debian13	libnss_compat.so.2	GLIBC_PRIVATE
debian13	libnss_dns.so.2	GLIBC_PRIVATE
debian13	libnss_files.so.2	GLIBC_PRIVATE
debian13	libnss_hesiod.so.2	GLIBC_PRIVATE
debian13	libpam.so.0	LIBPAM_1.0 LIBPAM_EXTENSION_1.0 LIBPAM_EXTENSION_1.1 LIBPAM_EXTENSION_1.1.1 LIBPAM_MODUTIL_1.0 LIBPAM_MODUTIL_1.1 LIBPAM_MODUTIL_1.1.3 LIBPAM_MODUTIL_1.1.9 LIBPAM_MODUTIL_1.3.2 LIBPAM_1.4 LIBPAM_MODUTIL_1.4.1
debian13	libpam_misc.so.0	LIBPAM_MISC_1.0
debian13	libpamc.so.0	LIBPAMC_1.0
debian13	libpcre2-8.so.0	-
debian13	libpsx.so.2	-
debian13	libselinux.so.1	LIBSELINUX_1.0 LIBSELINUX_3.4 LIBSELINUX_3.5 LIBSELINUX_3.8
debian13	libsmartcols.so.1	SMARTCOLS_2.25 SMARTCOLS_2.27 SMARTCOLS_2.28 SMARTCOLS_2.29 SMARTCOLS_2.30 SMARTCOLS_2.31 SMARTCOLS_2.33 SMARTCOLS_2.34 SMARTCOLS_2.35 SMARTCOLS_2.38 SMARTCOLS_2.39 SMARTCOLS_2.40 SMARTCOLS_2.41
debian13	libsqlite3.so.0	-
debian13	libssl.so.3	OPENSSL_3.0.0 OPENSSL_3.2.0 OPENSSL_3.3.0 OPENSSL_3.4.0 OPENSSL_3.5.0
debian13	libsystemd.so.0	LIBSYSTEMD_209 LIBSYSTEMD_211 LIBSYSTEMD_213 LIBSYSTEMD_214 LIBSYSTEMD_216 LIBSYSTEMD_217 LIBSYSTEMD_219 LIBSYSTEMD_220 LIBSYSTEMD_221 LIBSYSTEMD_222 LIBSYSTEMD_226 LIBSYSTEMD_227 LIBSYSTEMD_229 LIBSYSTEMD_230 LIBSYSTEMD_231 LIBSYSTEMD_232 LIBSYSTEMD_233 LIBSYSTEMD_234 LIBSYSTEMD_236 LIBSYSTEMD_237 LIBSYSTEMD_238 LIBSYSTEMD_239 LIBSYSTEMD_240 LIBSYSTEMD_241 LIBSYSTEMD_243 LIBSYSTEMD_245 LIBSYSTEMD_246 LIBSYSTEMD_247 LIBSYSTEMD_248 LIBSYSTEMD_249 LIBSYSTEMD_250 LIBSYSTEMD_251 LIBSYSTEMD_252 LIBSYSTEMD_253 LIBSYSTEMD_254 LIBSYSTEMD_255 LIBSYSTEMD_256 LIBSYSTEMD_257
debian13	libthread_db.so.1	GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3
debian13	libtic.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSES6_TINFO_6.5.20240427 NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian13	libtinfo.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSES6_TINFO_6.5.20240427 NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian13	libudev.so.1	LIBUDEV_183 LIBUDEV_189 LIBUDEV_196 LIBUDEV_199 LIBUDEV_215 LIBUDEV_247
debian13	libuuid.so.1	UUID_1.0 UUID_2.20 UUID_2.31 UUID_2.36 UUID_2.40 UUID_2.41 UUIDD_PRIVATE
debian13	libz.so.1	ZLIB_1.2.0 ZLIB_1.2.0.2 ZLIB_1.2.0.8 ZLIB_1.2.2 ZLIB_1.2.2.3 ZLIB_1.2.2.4 ZLIB_1.2.3.3 ZLIB_1.2.3.4 ZLIB_1.2.3.5 ZLIB_1.2.5.1 ZLIB_1.2.5.2 ZLIB_1.2.7.1 ZLIB_1.2.9 ZLIB_1.2.12
debian13	libzstd.so.1	-
distroless-base-debian12	libssl.so.3	?
distroless-base-debian12	libcrypto.so.3	?
distroless-base-debian13	libssl.so.3	?
distroless-base-debian13	libcrypto.so.3	?
distroless-base-debian13	libz.so.1	?
distroless-base-debian13	libzstd.so.1	?
distroless-cc-debian12	libssl.so.3	?
distroless-cc-debian12	libcrypto.so.3	?
distroless-cc-debian12	libstdc++.so.6	?
distroless-cc-debian12	libgcc_s.so.1	?
distroless-cc-debian12	libgomp.so.1	?
distroless-cc-debian13	libssl.so.3	?
distroless-cc-debian13	libcrypto.so.3	?
distroless-cc-debian13	libz.so.1	?
distroless-cc-debian13	libzstd.so.1	?
distroless-cc-debian13	libstdc++.so.6	?
distroless-cc-debian13	libgcc_s.so.1	?
distroless-cc-debian13	libgomp.so.1	?
manylinux2014	libgcc_s.so.1	?
manylinux2014	libstdc++.so.6	?
manylinux_2_28	libgcc_s.so.1	?
manylinux_2_28	libstdc++.so.6	?
manylinux_2_31	libgcc_s.so.1	?
manylinux_2_31	libstdc++.so.6	?
manylinux_2_34	libgcc_s.so.1	?
manylinux_2_34	libstdc++.so.6	?
manylinux_2_39	libgcc_s.so.1	?
manylinux_2_39	libstdc++.so.6	?
debian-unstable	libBrokenLocale.so.1	GLIBC_2.2.5
debian-unstable	libacl.so.1	ACL_1.0 ACL_1.1 ACL_1.2 ACL_1.3
debian-unstable	libattr.so.1	ATTR_1.0 ATTR_1.1 ATTR_1.2 ATTR_1.3
debian-unstable	libaudit.so.1	-
debian-unstable	libblkid.so.1	BLKID_1.0 BLKID_2.15 BLKID_2.17 BLKID_2.18 BLKID_2.20 BLKID_2.21 BLKID_2.23 BLKID_2.25 BLKID_2.30 BLKID_2_31 BLKID_2_36 BLKID_2_37 BLKID_2_39 BLKID_2_40
debian-unstable	libbz2.so.1	-
debian-unstable	libc_malloc_debug.so.0	GLIBC_2.2.5 GLIBC_2.10 GLIBC_2.16 GLIBC_2.33 GLIBC_2.43
debian-unstable	libcap-ng.so.0	-
debian-unstable	libcrypt.so.1	GLIBC_2.2.5 XCRYPT_2.0 XCRYPT_4.3 XCRYPT_4.4
debian-unstable	libcrypto.so.3	OPENSSL_3.0.0 OPENSSL_3.0.3 OPENSSL_3.0.8 OPENSSL_3.0.9 OPENSSL_3.1.0 OPENSSL_3.2.0 OPENSSL_3.3.0 OPENSSL_3.4.0 OPENSSL_3.5.0 OPENSSL_3.6.0
debian-unstable	libdebconfclient.so.0	-
debian-unstable	libdrop_ambient.so.0	-
debian-unstable	libgcc_s.so.1	GCC_3.0 GCC_3.3 GCC_3.3.1 GCC_3.4 GCC_3.4.2 GCC_3.4.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.7.0 GCC_4.8.0 GCC_7.0.0 GCC_12.0.0 GCC_13.0.0 GCC_14.0.0
debian-unstable	libgmp.so.10	-
debian-unstable	liblzma.so.5	XZ_5.0 XZ_5.2 XZ_5.1.2alpha XZ_5.2.2 XZ_5.4 XZ_5.6.0 XZ_5.8
debian-unstable	libmd.so.0	LIBMD_0.0 LIBMD_0.1 LIBMD_0.2 LIBMD_0.3
debian-unstable	libmount.so.1	MOUNT_2.19 MOUNT_2.20 MOUNT_2.21 MOUNT_2.22 MOUNT_2.23 MOUNT_2.24 MOUNT_2.25 MOUNT_2.26 MOUNT_2.28 MOUNT_2.30 MOUNT_2.33 MOUNT_2.34 MOUNT_2_35 MOUNT_2_37 MOUNT_2_38 MOUNT_2_39 MOUNT_2_40 MOUNT_2_41 MOUNT_2_42
debian-unstable	libnsl.so.1	GLIBC_2.2.5 GLIBC_PRIVATE
debian-unstable	libnss_compat.so.2	GLIBC_PRIVATE
debian-unstable	libnss_dns.so.2	GLIBC_PRIVATE
debian-unstable	libnss_files.so.2	GLIBC_PRIVATE
debian-unstable	libnss_hesiod.so.2	GLIBC_PRIVATE
debian-unstable	libpam.so.0	LIBPAM_1.0 LIBPAM_EXTENSION_1.0 LIBPAM_EXTENSION_1.1 LIBPAM_EXTENSION_1.1.1 LIBPAM_MODUTIL_1.0 LIBPAM_MODUTIL_1.1 LIBPAM_MODUTIL_1.1.3 LIBPAM_MODUTIL_1.1.9 LIBPAM_MODUTIL_1.3.2 LIBPAM_1.4 LIBPAM_MODUTIL_1.4.1
debian-unstable	libpam_misc.so.0	LIBPAM_MISC_1.0
debian-unstable	libpamc.so.0	LIBPAMC_1.0
debian-unstable	libpcre2-8.so.0	PCRE2_10.47 PCRE2_10.48 PCRE2_10.49
debian-unstable	libselinux.so.1	LIBSELINUX_1.0 LIBSELINUX_3.4 LIBSELINUX_3.5 LIBSELINUX_3.8 LIBSELINUX_3.9 LIBSELINUX_3.10
debian-unstable	libsmartcols.so.1	SMARTCOLS_2.25 SMARTCOLS_2.27 SMARTCOLS_2.28 SMARTCOLS_2.29 SMARTCOLS_2.30 SMARTCOLS_2.31 SMARTCOLS_2.33 SMARTCOLS_2.34 SMARTCOLS_2.35 SMARTCOLS_2.38 SMARTCOLS_2.39 SMARTCOLS_2.40 SMARTCOLS_2.41 SMARTCOLS_2.42
debian-unstable	libssl.so.3	OPENSSL_3.0.0 OPENSSL_3.2.0 OPENSSL_3.3.0 OPENSSL_3.4.0 OPENSSL_3.5.0
debian-unstable	libsystemd.so.0	LIBSYSTEMD_209 LIBSYSTEMD_211 LIBSYSTEMD_213 LIBSYSTEMD_214 LIBSYSTEMD_216 LIBSYSTEMD_217 LIBSYSTEMD_219 LIBSYSTEMD_220 LIBSYSTEMD_221 LIBSYSTEMD_222 LIBSYSTEMD_226 LIBSYSTEMD_227 LIBSYSTEMD_229 LIBSYSTEMD_230 LIBSYSTEMD_231 LIBSYSTEMD_232 LIBSYSTEMD_233 LIBSYSTEMD_234 LIBSYSTEMD_236 LIBSYSTEMD_237 LIBSYSTEMD_238 LIBSYSTEMD_239 LIBSYSTEMD_240 LIBSYSTEMD_241 LIBSYSTEMD_243 LIBSYSTEMD_245 LIBSYSTEMD_246 LIBSYSTEMD_247 LIBSYSTEMD_248 LIBSYSTEMD_249 LIBSYSTEMD_250 LIBSYSTEMD_251 LIBSYSTEMD_252 LIBSYSTEMD_253 LIBSYSTEMD_254 LIBSYSTEMD_255 LIBSYSTEMD_256 LIBSYSTEMD_257 LIBSYSTEMD_258 LIBSYSTEMD_259 LIBSYSTEMD_260 LIBSYSTEMD_261 LIBSYSTEMD_262
debian-unstable	libthread_db.so.1	GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3
debian-unstable	libtic.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSES6_TINFO_6.5.20240427 NCURSES6_TINFO_6.6.20251230 NCURSES6_TINFO_6.6.current NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian-unstable	libtinfo.so.6	NCURSES6_TIC_5.0.19991023 NCURSES6_TIC_5.1.20000708 NCURSES6_TIC_5.5.20051010 NCURSES6_TIC_5.7.20081102 NCURSES6_TIC_5.9.20150530 NCURSES6_TIC_6.1.20171230 NCURSES6_TINFO_5.0.19991023 NCURSES6_TINFO_5.1.20000708 NCURSES6_TINFO_5.2.20001021 NCURSES6_TINFO_5.3.20021019 NCURSES6_TINFO_5.4.20040208 NCURSES6_TINFO_5.5.20051010 NCURSES6_TINFO_5.6.20061217 NCURSES6_TINFO_5.7.20081102 NCURSES6_TINFO_5.8.20110226 NCURSES6_TINFO_5.9.20150530 NCURSES6_TINFO_6.1.20171230 NCURSES6_TINFO_6.2.20200212 NCURSES6_TINFO_6.2.20211010 NCURSES6_TINFO_6.5.20240427 NCURSES6_TINFO_6.6.20251230 NCURSES6_TINFO_6.6.current NCURSESW6_5.1.20000708 NCURSESW6_5.3.20021019 NCURSESW6_5.4.20040208 NCURSESW6_5.5.20051010 NCURSESW6_5.6.20061217 NCURSESW6_5.7.20081102 NCURSESW6_5.8.20110226 NCURSESW6_5.9.20150530 NCURSESW6_6.1.20171230 NCURSESW6_6.2.20200212
debian-unstable	libudev.so.1	LIBUDEV_183 LIBUDEV_189 LIBUDEV_196 LIBUDEV_199 LIBUDEV_215 LIBUDEV_247
debian-unstable	libuuid.so.1	UUID_1.0 UUID_2.20 UUID_2.31 UUID_2.36 UUID_2.40 UUID_2.41 UUIDD_PRIVATE
debian-unstable	libz.so.1	ZLIB_1.2.0 ZLIB_1.2.0.2 ZLIB_1.2.0.8 ZLIB_1.2.2 ZLIB_1.2.2.3 ZLIB_1.2.2.4 ZLIB_1.2.3.3 ZLIB_1.2.3.4 ZLIB_1.2.3.5 ZLIB_1.2.5.1 ZLIB_1.2.5.2 ZLIB_1.2.7.1 ZLIB_1.2.9 ZLIB_1.2.12 ZLIB_1.3.1.2 ZLIB_1.3.2
debian-unstable	libzstd.so.1	-
`,l=`system	processor	level	loader	oldest	GLIBC	GLIBCXX	CXXABI	GCC	names
debian8	386	-	/lib/ld-linux.so.2	2.0	2.18	3.4.20	1.3.8	4.8.0	-
debian8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.18	3.4.20	1.3.8	4.8.0	-
debian8	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.18	3.4.20	1.3.8	4.7.0	-
debian9	386	-	/lib/ld-linux.so.2	2.0	2.24	3.4.22	1.3.10	4.8.0	-
debian9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.24	3.4.22	1.3.10	4.8.0	-
debian9	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.24	3.4.22	1.3.10	4.7.0	-
debian9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.24	3.4.22	1.3.10	4.7.0	-
debian9	ppc64le	-	/lib64/ld64.so.2	2.17	2.24	3.4.22	1.3.10	4.7.0	-
debian9	s390x	-	/lib/ld64.so.1	2.2	2.24	3.4.22	1.3.10	4.7.0	-
debian10	386	-	/lib/ld-linux.so.2	2.0	2.28	3.4.25	1.3.11	7.0.0	-
debian10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
debian10	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.28	3.4.25	1.3.11	7.0.0	-
debian10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
debian10	ppc64le	-	/lib64/ld64.so.2	2.17	2.28	3.4.25	1.3.11	7.0.0	-
debian10	s390x	-	/lib/ld64.so.1	2.2	2.28	3.4.25	1.3.11	7.0.0	-
debian11	386	-	/lib/ld-linux.so.2	2.0	2.31	3.4.28	1.3.12	7.0.0	-
debian11	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.31	3.4.28	1.3.12	7.0.0	-
debian11	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.31	3.4.28	1.3.12	7.0.0	-
debian11	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.31	3.4.28	1.3.12	7.0.0	-
debian11	ppc64le	-	/lib64/ld64.so.2	2.17	2.31	3.4.28	1.3.12	7.0.0	-
debian11	s390x	-	/lib/ld64.so.1	2.2	2.31	3.4.28	1.3.12	7.0.0	-
debian12	386	-	/lib/ld-linux.so.2	2.0	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
debian12	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
debian12	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
debian12	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.36	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
debian12	ppc64le	-	/lib64/ld64.so.2	2.17	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
debian12	s390x	-	/lib/ld64.so.1	2.2	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
debian13	386	-	/lib/ld-linux.so.2	2.0	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
debian13	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	loong64	-	/lib64/ld-linux-loongarch-lp64d.so.1	2.36	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian13	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
debian-testing	386	-	/lib/ld-linux.so.2	2.0	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_GNU2_TLS GLIBC_ABI_GNU_TLS
debian-testing	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
debian-testing	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
debian-testing	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.42	3.4.35	1.3.17	16.0	GLIBC_ABI_DT_RELR
debian-testing	ppc64le	-	/lib64/ld64.so.2	2.17	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
debian-testing	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.42	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
debian-testing	s390x	-	/lib/ld64.so.1	2.2	2.42	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
debian-unstable	386	-	/lib/ld-linux.so.2	2.0	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_GNU2_TLS GLIBC_ABI_GNU_TLS
debian-unstable	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
debian-unstable	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
debian-unstable	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.42	3.4.35	1.3.17	16.0	GLIBC_ABI_DT_RELR
debian-unstable	ppc64le	-	/lib64/ld64.so.2	2.17	2.42	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
debian-unstable	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.42	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
debian-unstable	s390x	-	/lib/ld64.so.1	2.2	2.42	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
ubuntu18.04	386	-	/lib/ld-linux.so.2	2.0	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu18.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu18.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu18.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu18.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu18.04	s390x	-	/lib/ld64.so.1	2.2	2.27	3.4.25	1.3.11	7.0.0	-
ubuntu20.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu20.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu20.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu20.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu20.04	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu20.04	s390x	-	/lib/ld64.so.1	2.2	2.31	3.4.28	1.3.12	7.0.0	-
ubuntu22.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.35	3.4.30	1.3.13	12.0.0	-
ubuntu22.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.35	3.4.30	1.3.13	7.0.0	-
ubuntu22.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.35	3.4.30	1.3.13	11.0	-
ubuntu22.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.35	3.4.30	1.3.13	7.0.0	-
ubuntu22.04	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.35	3.4.30	1.3.13	7.0.0	-
ubuntu22.04	s390x	-	/lib/ld64.so.1	2.2	2.35	3.4.30	1.3.13	7.0.0	-
ubuntu23.10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
ubuntu23.10	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.38	3.4.32	1.3.14	7.0.0	GLIBC_ABI_DT_RELR
ubuntu23.10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
ubuntu23.10	ppc64le	-	/lib64/ld64.so.2	2.17	2.38	3.4.32	1.3.14	7.0.0	GLIBC_ABI_DT_RELR
ubuntu23.10	s390x	-	/lib/ld64.so.1	2.2	2.38	3.4.32	1.3.14	7.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.04	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.10	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.10	ppc64le	-	/lib64/ld64.so.2	2.17	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu24.10	s390x	-	/lib/ld64.so.1	2.2	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.41	3.4.34	1.3.16	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.04	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
ubuntu25.10	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.10	ppc64le	-	/lib64/ld64.so.2	2.17	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.10	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.42	3.4.34	1.3.16	14.0.0	GLIBC_ABI_DT_RELR
ubuntu25.10	s390x	-	/lib/ld64.so.1	2.2	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
ubuntu26.04	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
ubuntu26.04	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
ubuntu26.04	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.43	3.4.35	1.3.17	16.0	GLIBC_ABI_DT_RELR
ubuntu26.04	ppc64le	-	/lib64/ld64.so.2	2.17	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
ubuntu26.04	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.43	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
ubuntu26.04	s390x	-	/lib/ld64.so.1	2.2	2.43	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
rhel7	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.17	3.4.19	1.3.7	4.8.0	-
rhel7	ppc64le	-	/lib64/ld64.so.2	2.17	2.17	3.4.19	1.3.7	4.7.0	-
rhel7	s390x	-	/lib/ld64.so.1	2.2	2.17	3.4.19	1.3.7	4.7.0	-
rhel8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
rhel8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
rhel8	ppc64le	-	/lib64/ld64.so.2	2.17	2.28	3.4.25	1.3.11	7.0.0	-
rhel8	s390x	-	/lib/ld64.so.1	2.2	2.28	3.4.25	1.3.11	7.0.0	-
rhel9	amd64	v2	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
rhel9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
rhel9	ppc64le	-	/lib64/ld64.so.2	2.17	2.34	3.4.29	1.3.13	7.0.0	-
rhel9	s390x	-	/lib/ld64.so.1	2.2	2.34	3.4.29	1.3.13	7.0.0	-
rhel10	amd64	v3	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rhel10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rhel10	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rhel10	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
almalinux8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
almalinux8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
almalinux8	ppc64le	-	/lib64/ld64.so.2	2.17	2.28	3.4.25	1.3.11	7.0.0	-
almalinux8	s390x	-	/lib/ld64.so.1	2.2	2.28	3.4.25	1.3.11	7.0.0	-
almalinux9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
almalinux9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
almalinux9	ppc64le	-	/lib64/ld64.so.2	2.17	2.34	3.4.29	1.3.13	7.0.0	-
almalinux9	s390x	-	/lib/ld64.so.1	2.2	2.34	3.4.29	1.3.13	7.0.0	-
almalinux10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
almalinux10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
almalinux10	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
almalinux10	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rockylinux8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
rockylinux8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
rockylinux9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
rockylinux9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
rockylinux9	ppc64le	-	/lib64/ld64.so.2	2.17	2.34	3.4.29	1.3.13	7.0.0	-
rockylinux9	s390x	-	/lib/ld64.so.1	2.2	2.34	3.4.29	1.3.13	7.0.0	-
rockylinux10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rockylinux10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rockylinux10	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rockylinux10	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
rockylinux10	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
oraclelinux6	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.12	3.4.13	1.3.3	4.3.0	-
oraclelinux7	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.17	3.4.19	1.3.7	4.8.0	-
oraclelinux7	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.18	3.4.19	1.3.7	4.7.0	-
oraclelinux8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
oraclelinux8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
oraclelinux9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
oraclelinux9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
oraclelinux10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
oraclelinux10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
centosstream9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
centosstream9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
centosstream9	ppc64le	-	/lib64/ld64.so.2	2.17	2.34	3.4.29	1.3.13	7.0.0	-
centosstream9	s390x	-	/lib/ld64.so.1	2.2	2.34	3.4.29	1.3.13	7.0.0	-
centosstream10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
centosstream10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
centosstream10	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
centosstream10	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
amazonlinux2	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.26	3.4.24	1.3.11	7.0.0	-
amazonlinux2	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.26	3.4.24	1.3.11	7.0.0	-
amazonlinux2023	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.33	1.3.15	14.0.0	-
amazonlinux2023	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.33	1.3.15	14.0.0	-
fedora39	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
fedora39	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
fedora39	ppc64le	-	/lib64/ld64.so.2	2.17	2.38	3.4.32	1.3.14	7.0.0	GLIBC_ABI_DT_RELR
fedora39	s390x	-	/lib/ld64.so.1	2.2	2.38	3.4.32	1.3.14	7.0.0	GLIBC_ABI_DT_RELR
fedora40	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora40	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora40	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora40	s390x	-	/lib/ld64.so.1	2.2	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora41	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora41	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora41	ppc64le	-	/lib64/ld64.so.2	2.17	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora41	s390x	-	/lib/ld64.so.1	2.2	2.40	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora42	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora42	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora42	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora42	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora43	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
fedora43	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora43	ppc64le	-	/lib64/ld64.so.2	2.17	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora43	s390x	-	/lib/ld64.so.1	2.2	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
fedora44	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
fedora44	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.43	3.4.35	1.3.17	16.0	GLIBC_ABI_DT_RELR
fedora44	ppc64le	-	/lib64/ld64.so.2	2.17	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
fedora44	s390x	-	/lib/ld64.so.1	2.2	2.43	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
fedora-rawhide	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.44	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
fedora-rawhide	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.44	3.4.35	1.3.17	16.0	GLIBC_ABI_DT_RELR
fedora-rawhide	ppc64le	-	/lib64/ld64.so.2	2.17	2.44	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
fedora-rawhide	s390x	-	/lib/ld64.so.1	2.2	2.44	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
opensuse15.5	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.31	3.4.32	1.3.14	13.0.0	-
opensuse15.5	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.31	3.4.29	1.3.13	7.0.0	-
opensuse15.5	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.31	3.4.32	1.3.14	13.0.0	-
opensuse15.5	ppc64le	-	/lib64/ld64.so.2	2.17	2.31	3.4.32	1.3.14	7.0.0	-
opensuse15.5	s390x	-	/lib/ld64.so.1	2.2	2.31	3.4.32	1.3.14	7.0.0	-
opensuse15.6	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
opensuse15.6	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
opensuse16.0	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.40	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
opensuse16.0	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.40	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
opensuse16.0	ppc64le	-	/lib64/ld64.so.2	2.17	2.40	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
opensuse-tumbleweed	386	-	/lib/ld-linux.so.2	2.0	2.43	3.4.36	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_GNU2_TLS GLIBC_ABI_GNU_TLS
opensuse-tumbleweed	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.43	3.4.36	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
opensuse-tumbleweed	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.43	3.4.36	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
opensuse-tumbleweed	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.43	3.4.36	1.3.17	16.0	GLIBC_ABI_DT_RELR
opensuse-tumbleweed	ppc64le	-	/lib64/ld64.so.2	2.17	2.43	3.4.35	1.3.17	14.0.0	GLIBC_ABI_DT_RELR
opensuse-tumbleweed	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.43	3.4.35	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
opensuse-tumbleweed	s390x	-	/lib/ld64.so.1	2.2	2.43	3.4.36	1.3.17	16.0.0	GLIBC_ABI_DT_RELR
sles12.5	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	-	-	-	-	-
sles15.6	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	-	-	-	-	-
sles15.7	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	-	-	-	-	-
sles16.0	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	-	-	-	-	-
photon4.0	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.32	3.4.28	1.3.12	7.0.0	-
photon4.0	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.32	3.4.28	1.3.12	7.0.0	-
photon5.0	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
photon5.0	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.36	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
archlinux	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.44	3.4.36	1.3.17	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
openeuler24.03	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
openeuler24.03	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.30	1.3.13	14.0	GLIBC_ABI_DT_RELR
openeuler24.03	loong64	-	/lib64/ld-linux-loongarch-lp64d.so.1	2.36	2.38	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
opencloudos8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
opencloudos8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
opencloudos9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
opencloudos9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
anolisos8	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
anolisos8	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
anolisos23	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
anolisos23	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
anolisos23	loong64	-	/lib64/ld-linux-loongarch-lp64d.so.1	2.36	2.38	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
kylin10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	-	-	-	-	-
kylin10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	-	-	-	-	-
alpine3.18	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.18	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.18	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.18	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.18	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.18	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.19	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.19	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.19	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.19	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.19	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.19	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.20	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.20	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.20	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.20	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.20	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.20	riscv64	-	/lib/ld-musl-riscv64.so.1	-	-	-	-	-	-
alpine3.20	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.21	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.21	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.21	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.21	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.21	loong64	-	/lib/ld-musl-loongarch64.so.1	-	-	-	-	-	-
alpine3.21	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.21	riscv64	-	/lib/ld-musl-riscv64.so.1	-	-	-	-	-	-
alpine3.21	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.22	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.22	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.22	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.22	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.22	loong64	-	/lib/ld-musl-loongarch64.so.1	-	-	-	-	-	-
alpine3.22	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.22	riscv64	-	/lib/ld-musl-riscv64.so.1	-	-	-	-	-	-
alpine3.22	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.23	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.23	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.23	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.23	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.23	loong64	-	/lib/ld-musl-loongarch64.so.1	-	-	-	-	-	-
alpine3.23	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.23	riscv64	-	/lib/ld-musl-riscv64.so.1	-	-	-	-	-	-
alpine3.23	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
alpine3.24	386	-	/lib/ld-musl-i386.so.1	-	-	-	-	-	-
alpine3.24	amd64	-	/lib/ld-musl-x86_64.so.1	-	-	-	-	-	-
alpine3.24	arm	-	/lib/ld-musl-armhf.so.1	-	-	-	-	-	-
alpine3.24	arm64	-	/lib/ld-musl-aarch64.so.1	-	-	-	-	-	-
alpine3.24	loong64	-	/lib/ld-musl-loongarch64.so.1	-	-	-	-	-	-
alpine3.24	ppc64le	-	/lib/ld-musl-powerpc64le.so.1	-	-	-	-	-	-
alpine3.24	riscv64	-	/lib/ld-musl-riscv64.so.1	-	-	-	-	-	-
alpine3.24	s390x	-	/lib/ld-musl-s390x.so.1	-	-	-	-	-	-
distroless-static	amd64	-	-	-	-	-	-	-	-
distroless-static	arm	-	-	-	-	-	-	-	-
distroless-static	arm64	-	-	-	-	-	-	-	-
distroless-static	ppc64le	-	-	-	-	-	-	-	-
distroless-static	riscv64	-	-	-	-	-	-	-	-
distroless-static	s390x	-	-	-	-	-	-	-	-
distroless-base-debian12	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian12	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian12	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.36	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
distroless-base-debian12	ppc64le	-	/lib64/ld64.so.2	2.17	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian12	s390x	-	/lib/ld64.so.1	2.2	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian13	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT? GLIBC_ABI_GNU2_TLS?
distroless-base-debian13	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian13	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian13	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian13	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-base-debian13	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian12	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian12	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian12	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.36	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
distroless-cc-debian12	ppc64le	-	/lib64/ld64.so.2	2.17	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian12	s390x	-	/lib/ld64.so.1	2.2	2.36	3.4.30	1.3.13	7.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian13	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT? GLIBC_ABI_GNU2_TLS?
distroless-cc-debian13	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian13	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian13	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian13	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
distroless-cc-debian13	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
scratch	386	-	-	-	-	-	-	-	-
scratch	amd64	-	-	-	-	-	-	-	-
scratch	arm	-	-	-	-	-	-	-	-
scratch	arm64	-	-	-	-	-	-	-	-
scratch	loong64	-	-	-	-	-	-	-	-
scratch	mips64le	-	-	-	-	-	-	-	-
scratch	ppc64le	-	-	-	-	-	-	-	-
scratch	riscv64	-	-	-	-	-	-	-	-
scratch	s390x	-	-	-	-	-	-	-	-
scratch	mips	-	-	-	-	-	-	-	-
scratch	mips64	-	-	-	-	-	-	-	-
scratch	mipsle	-	-	-	-	-	-	-	-
scratch	ppc64	-	-	-	-	-	-	-	-
busybox-glibc	386	-	/lib/ld-linux.so.2	2.0	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
busybox-glibc	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT? GLIBC_ABI_GNU2_TLS?
busybox-glibc	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
busybox-glibc	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
busybox-glibc	ppc64le	-	/lib64/ld64.so.2	2.17	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
busybox-glibc	s390x	-	/lib/ld64.so.1	2.2	2.41	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
busybox-musl	386	-	-	-	-	-	-	-	-
busybox-musl	amd64	-	-	-	-	-	-	-	-
busybox-musl	arm	-	-	-	-	-	-	-	-
busybox-musl	arm64	-	-	-	-	-	-	-	-
busybox-musl	ppc64le	-	-	-	-	-	-	-	-
busybox-musl	s390x	-	-	-	-	-	-	-	-
busybox-uclibc	386	-	-	-	-	-	-	-	-
busybox-uclibc	amd64	-	-	-	-	-	-	-	-
busybox-uclibc	arm	-	-	-	-	-	-	-	-
busybox-uclibc	arm64	-	-	-	-	-	-	-	-
busybox-uclibc	mips64le	-	-	-	-	-	-	-	-
wolfi	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.41	-	-	-	-
wolfi	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.41	-	-	-	-
chainguard-static	amd64	-	-	-	-	-	-	-	-
chainguard-static	arm64	-	-	-	-	-	-	-	-
lambda-al2	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.26	3.4.24	1.3.11	7.0.0	-
lambda-al2	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.26	3.4.24	1.3.11	7.0.0	-
lambda-al2023	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.33	1.3.15	14.0.0	-
lambda-al2023	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.33	1.3.15	14.0.0	-
manylinux2014	386	-	/lib/ld-linux.so.2	2.0	2.17	3.4.19	1.3.7	4.8.0	-
manylinux2014	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.17	3.4.19	1.3.7	4.8.0	-
manylinux2014	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.17	-	-	-	-
manylinux2014	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.18	3.4.19	1.3.7	4.7.0	-
manylinux2014	ppc64le	-	/lib64/ld64.so.2	2.17	2.17	3.4.19	1.3.7	4.7.0	-
manylinux2014	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.17	-	-	-	-
manylinux2014	s390x	-	/lib/ld64.so.1	2.2	2.17	3.4.19	1.3.7	4.7.0	-
manylinux_2_28	386	-	/lib/ld-linux.so.2	2.0	2.28	3.4.25	1.3.11	7.0.0	-
manylinux_2_28	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.28	3.4.25	1.3.11	7.0.0	-
manylinux_2_28	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.28	-	-	-	-
manylinux_2_28	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.28	3.4.25	1.3.11	7.0.0	-
manylinux_2_28	ppc64le	-	/lib64/ld64.so.2	2.17	2.28	3.4.25	1.3.11	7.0.0	-
manylinux_2_28	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.28	-	-	-	-
manylinux_2_28	s390x	-	/lib/ld64.so.1	2.2	2.28	3.4.25	1.3.11	7.0.0	-
manylinux_2_31	386	-	/lib/ld-linux.so.2	2.0	2.31	-	-	-	-
manylinux_2_31	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.31	-	-	-	-
manylinux_2_31	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.31	3.4.28	1.3.12	7.0.0	-
manylinux_2_31	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.31	-	-	-	-
manylinux_2_31	ppc64le	-	/lib64/ld64.so.2	2.17	2.31	-	-	-	-
manylinux_2_31	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.31	-	-	-	-
manylinux_2_31	s390x	-	/lib/ld64.so.1	2.2	2.31	-	-	-	-
manylinux_2_34	386	-	/lib/ld-linux.so.2	2.0	2.35	3.4.29	1.3.13	7.0.0	-
manylinux_2_34	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.34	3.4.29	1.3.13	7.0.0	-
manylinux_2_34	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.34	-	-	-	-
manylinux_2_34	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.34	3.4.29	1.3.13	11.0	-
manylinux_2_34	ppc64le	-	/lib64/ld64.so.2	2.17	2.34	3.4.29	1.3.13	7.0.0	-
manylinux_2_34	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.34	-	-	-	-
manylinux_2_34	s390x	-	/lib/ld64.so.1	2.2	2.34	3.4.29	1.3.13	7.0.0	-
manylinux_2_39	386	-	/lib/ld-linux.so.2	2.0	2.39	-	-	-	-
manylinux_2_39	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.39	-	-	-	-
manylinux_2_39	arm	-	/lib/ld-linux-armhf.so.3	2.4	2.39	-	-	-	-
manylinux_2_39	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
manylinux_2_39	ppc64le	-	/lib64/ld64.so.2	2.17	2.39	-	-	-	-
manylinux_2_39	riscv64	-	/lib/ld-linux-riscv64-lp64d.so.1	2.27	2.39	3.4.33	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
manylinux_2_39	s390x	-	/lib/ld64.so.1	2.2	2.39	-	-	-	-
mageia9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.36	3.4.30	1.3.13	12.0.0	GLIBC_ABI_DT_RELR
mageia9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.36	3.4.30	1.3.13	11.0	GLIBC_ABI_DT_RELR
mageia10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR GLIBC_ABI_DT_X86_64_PLT GLIBC_ABI_GNU2_TLS
mageia10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.42	3.4.34	1.3.15	14.0.0	GLIBC_ABI_DT_RELR
slackware15.0	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.33	3.4.29	1.3.13	7.0.0	-
alt-p9	386	-	/lib/ld-linux.so.2	2.0	2.27	3.4.25	1.3.11	7.0.0	-
alt-p9	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.27	3.4.25	1.3.11	7.0.0	-
alt-p9	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.27	3.4.25	1.3.11	7.0.0	-
alt-p9	ppc64le	-	/lib64/ld64.so.2	2.17	2.27	3.4.25	1.3.11	7.0.0	-
alt-p10	386	-	/lib/ld-linux.so.2	2.0	2.32	3.4.28	1.3.12	7.0.0	-
alt-p10	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.32	3.4.28	1.3.12	7.0.0	-
alt-p10	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.32	3.4.28	1.3.12	7.0.0	-
alt-p11	386	-	/lib/ld-linux.so.2	2.0	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
alt-p11	amd64	-	/lib64/ld-linux-x86-64.so.2	2.2.5	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
alt-p11	arm64	-	/lib/ld-linux-aarch64.so.1	2.17	2.38	3.4.32	1.3.14	13.0.0	GLIBC_ABI_DT_RELR
`,u=`# 2026-11-28
id	aliases	family	release	kind	libc	version	end	kernel	glibc	source	date
debian8	debian-8 jessie	Debian	8	general	glibc	2.19	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
debian9	debian-9 stretch	Debian	9	general	glibc	2.24	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
debian10	debian-10 debian-buster buster	Debian	10	general	glibc	2.28	2024-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
debian11	debian-11 debian-bullseye bullseye	Debian	11	general	glibc	2.31	2026-08-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22); libraries: mmdebstrap --variant=essential bullseye, amd64, libc6 2.31-13+deb11u11	2026-11-28
debian12	debian-12 debian-bookworm bookworm	Debian	12	general	glibc	2.36	2028-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22); libraries: mmdebstrap --variant=essential bookworm, amd64, libc6 2.36-9+deb12u14	2026-11-28
debian13	debian-13 debian-trixie trixie debian debian-stable	Debian	13	general	glibc	2.41	2030-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22); libraries: mmdebstrap --variant=essential trixie, amd64, libc6 2.41-12+deb13u5	2026-11-28
debian-testing	debian-forky debiantesting	Debian	testing	rolling	glibc	2.42	-	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64	2026-08-22
debian-unstable	sid debian-sid	Debian	unstable	rolling	glibc	2.42	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache; libraries: mmdebstrap --variant=essential sid, amd64, libc6 2.43-7	2026-11-28
ubuntu18.04	ubuntu-18.04 bionic	Ubuntu	18.04	general	glibc	2.27	2023-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
ubuntu20.04	ubuntu-20.04 focal	Ubuntu	20.04	general	glibc	2.31	2025-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
ubuntu22.04	ubuntu-22.04 jammy	Ubuntu	22.04	general	glibc	2.35	2027-04-01	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
ubuntu23.10	ubuntu-23.10	Ubuntu	23.10	general	glibc	2.38	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
ubuntu24.04	ubuntu-24.04 noble	Ubuntu	24.04	general	glibc	2.39	2029-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
ubuntu24.10	ubuntu-24.10	Ubuntu	24.10	general	glibc	2.40	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
ubuntu25.04	ubuntu-25.04	Ubuntu	25.04	general	glibc	2.41	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
ubuntu25.10	ubuntu-25.10	Ubuntu	25.10	general	glibc	2.42	2026-07-01	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
ubuntu26.04	ubuntu-26.04 ubuntu ubuntu-latest	Ubuntu	26.04	general	glibc	2.43	2031-04-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rhel7	rhel-7 ubi7 ubi-7 redhat7 centos7 centos-7	RHEL	7	general	glibc	2.17	2024-06-30	3.10	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rhel8	rhel-8 ubi8 ubi-8 redhat8 centos8 centos-8	RHEL	8	general	glibc	2.28	2029-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rhel9	rhel-9 ubi9 ubi-9 redhat9	RHEL	9	general	glibc	2.34	2032-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rhel10	rhel-10 ubi10 ubi-10 redhat10 rhel ubi	RHEL	10	general	glibc	2.39	2035-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
almalinux8	almalinux-8 alma8	AlmaLinux	8	general	glibc	2.28	2029-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
almalinux9	almalinux-9 alma9	AlmaLinux	9	general	glibc	2.34	2032-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
almalinux10	almalinux-10 alma10 almalinux	AlmaLinux	10	general	glibc	2.39	2035-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rockylinux8	rockylinux-8 rocky8	Rocky Linux	8	general	glibc	2.28	2029-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rockylinux9	rockylinux-9 rocky9	Rocky Linux	9	general	glibc	2.34	2032-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
rockylinux10	rockylinux-10 rocky10 rockylinux	Rocky Linux	10	general	glibc	2.39	2035-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
oraclelinux6	oraclelinux-6 ol6	Oracle Linux	6	general	glibc	2.12	-	2.6.32	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
oraclelinux7	oraclelinux-7 ol7	Oracle Linux	7	general	glibc	2.17	2024-12-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
oraclelinux8	oraclelinux-8 ol8	Oracle Linux	8	general	glibc	2.28	2029-07-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
oraclelinux9	oraclelinux-9 ol9	Oracle Linux	9	general	glibc	2.34	2032-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
oraclelinux10	oraclelinux-10 ol10 oraclelinux	Oracle Linux	10	general	glibc	2.39	2035-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
centosstream9	centos-stream9 centos-stream-9	CentOS Stream	9	general	glibc	2.34	2027-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
centosstream10	centos-stream10 centos-stream-10 centos-stream	CentOS Stream	10	general	glibc	2.39	2030-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
amazonlinux2	amazonlinux-2 al2	Amazon Linux	2	general	glibc	2.26	2026-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
amazonlinux2023	amazonlinux-2023 al2023 amazonlinux	Amazon Linux	2023	general	glibc	2.34	2029-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
fedora39	fedora-39	Fedora	39	general	glibc	2.38	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
fedora40	fedora-40	Fedora	40	general	glibc	2.39	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
fedora41	fedora-41	Fedora	41	general	glibc	2.40	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
fedora42	fedora-42	Fedora	42	general	glibc	2.41	2026-05-27	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
fedora43	fedora-43	Fedora	43	general	glibc	2.42	2026-12-09	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
fedora44	fedora-44 fedora	Fedora	44	general	glibc	2.43	2027-06-02	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
fedora-rawhide	rawhide	Fedora	rawhide	rolling	glibc	2.44	-	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64	2026-08-22
opensuse15.5	opensuse-15.5 opensuse-leap-15.5 leap15.5	openSUSE Leap	15.5	general	glibc	2.31	2024-12-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
opensuse15.6	opensuse-15.6 opensuse-leap-15.6 leap15.6	openSUSE Leap	15.6	general	glibc	2.38	2026-04-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
opensuse16.0	opensuse-16.0 opensuse-leap-16.0 leap16.0 opensuse	openSUSE Leap	16.0	general	glibc	2.40	2027-10-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
opensuse-tumbleweed	tumbleweed	openSUSE Tumbleweed	rolling	rolling	glibc	2.43	-	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64	2026-08-22
sles12.5	sles-12.5	SLES	12.5	general	glibc	-	2024-10-31	-	-	libc: gist xuyang2 (docs corpus); eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
sles15.6	sles-15.6	SLES	15.6	general	glibc	-	2025-12-31	-	-	eol: endoflife.date@a70eca337 (2026-08-22); libc: inferred	2026-08-22
sles15.7	sles-15.7	SLES	15.7	general	glibc	-	2031-07-31	-	-	eol: endoflife.date@a70eca337 (2026-08-22); libc: inferred	2026-08-22
sles16.0	sles-16.0	SLES	16.0	general	glibc	-	2027-11-30	-	-	eol: endoflife.date@a70eca337 (2026-08-22); libc: inferred	2026-08-22
photon4.0	photon-4.0	Photon OS	4.0	general	glibc	2.32	2027-10-11	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
photon5.0	photon-5.0	Photon OS	5.0	general	glibc	2.36	none	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
archlinux	arch	Arch Linux	rolling	rolling	glibc	2.44	-	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64	2026-08-22
openeuler24.03	openeuler-24.03	openEuler	24.03	general	glibc	2.38	2028-03-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
opencloudos8	opencloudos-8	OpenCloudOS	8	general	glibc	2.28	2029-05-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
opencloudos9	opencloudos-9	OpenCloudOS	9	general	glibc	2.38	2033-04-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
anolisos8	anolisos-8	Anolis OS	8	general	glibc	2.28	2031-03-31	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
anolisos23	anolisos-23	Anolis OS	23	general	glibc	2.38	2030-06-30	-	-	libc: pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; eol: pep600 EOL.rst	2026-08-22
kylin10	kylin-v10 kylinv10	Kylin	V10	general	glibc	-	-	-	-	OpenCSGs/csglite#156 (issue text: 'Kylin V10, glibc 2.28')	2026-08-22
alpine3.18	alpine-3.18	Alpine	3.18	general	musl	1.2.4	2025-05-09	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.19	alpine-3.19	Alpine	3.19	general	musl	1.2.4	2025-11-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.20	alpine-3.20	Alpine	3.20	general	musl	1.2.5	2026-04-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.21	alpine-3.21	Alpine	3.21	general	musl	1.2.5	2026-11-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.22	alpine-3.22	Alpine	3.22	general	musl	1.2.5	2027-05-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.23	alpine-3.23	Alpine	3.23	general	musl	1.2.5	2027-11-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
alpine3.24	alpine-3.24 alpine	Alpine	3.24	general	musl	1.2.6	2028-06-01	-	-	libc: pkgs.alpinelinux.org (docs corpus) musl-utils page; eol: endoflife.date@a70eca337 (2026-08-22)	2026-08-22
distroless-static	distroless-static-debian12 distroless-static-debian13 distroless	distroless static	-	image	none	-	-	-	-	distroless@cd080764 (2026-08-21) static/config.bzl, SUPPORT_POLICY.md	2026-08-21
distroless-base-debian12	-	distroless base	Debian 12	image	glibc	2.36	2026-09-30	-	-	distroless@cd080764 (2026-08-21) private/repos/deb/bookworm.lock.json, base/config.bzl; libraries: distroless@cd080764 base/config.bzl: libc6, libssl3	2026-08-21
distroless-base-debian13	distroless-base	distroless base	Debian 13	image	glibc	2.41	-	-	-	distroless@cd080764 (2026-08-21) private/repos/deb/trixie.lock.json, base/config.bzl; libraries: distroless@cd080764 base/config.bzl: libc6, libssl3t64, libzstd1, zlib1g; its libc6 is 2.41-12+deb13u3, and only deb13u5 was measured	2026-08-21
distroless-cc-debian12	-	distroless cc	Debian 12	image	glibc	2.36	2026-09-30	-	-	distroless@cd080764 (2026-08-21) bookworm.lock.json, cc/config.bzl; libraries: distroless@cd080764 base/config.bzl, cc/config.bzl: libgomp1, libstdc++6, libgcc-s1	2026-08-21
distroless-cc-debian13	distroless-cc	distroless cc	Debian 13	image	glibc	2.41	-	-	-	distroless@cd080764 (2026-08-21) trixie.lock.json, cc/config.bzl; libraries: distroless@cd080764 base/config.bzl, cc/config.bzl: libgomp1, libstdc++6, libgcc-s1; its libc6 is 2.41-12+deb13u3, and only deb13u5 was measured	2026-08-21
scratch	empty	scratch	-	image	none	-	-	-	-	definition: an image without files	2026-11-28
busybox-glibc	-	busybox (glibc)	-	image	glibc	2.41	-	-	libc.so.6 libm.so.6 libpthread.so.0 libresolv.so.2	docker-library/busybox latest/glibc/Dockerfile.builder (2026-08); processors: docker-library/official-images library/busybox; libraries: docker-library/busybox latest/glibc/Dockerfile.builder: what busybox, getconf, libnss* and libpthread need of debian:trixie-slim	2026-08-22
busybox-musl	-	busybox (musl)	-	image	none	-	-	-	-	docker-library/busybox latest/musl/Dockerfile.builder; processors: docker-library/official-images library/busybox	2026-08-22
busybox-uclibc	busybox	busybox (uclibc)	-	image	none	-	-	-	-	docker-library/busybox latest/uclibc/Dockerfile.builder; processors: docker-library/official-images library/busybox	2026-08-22
wolfi	chainguard-wolfi wolfi-base	Wolfi	rolling	rolling	glibc	2.41	-	-	-	wolfi-dev/os glibc.yaml (read_file, one stored version)	2026-08-22
chainguard-static	-	Chainguard static	-	image	none	-	-	-	-	chainguard-images/images#125 (no loader, no libc)	2026-08-22
lambda-al2	provided.al2 lambda-provided.al2	AWS Lambda	provided.al2	image	glibc	2.26	2026-07-31	-	-	endoflife.date@a70eca337 (2026-08-22) aws-lambda.md; libc inferred from amazonlinux 2	2026-08-22
lambda-al2023	provided.al2023 lambda-provided.al2023 lambda	AWS Lambda	provided.al2023	image	glibc	2.34	2029-06-30	-	-	endoflife.date@a70eca337 (2026-08-22) aws-lambda.md; libc inferred from amazonlinux 2023	2026-08-22
manylinux2014	manylinux_2_17	manylinux	2.17	policy	glibc	2.17	-	-	-	pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; libraries: PEP 513 and PEP 599: libraries that a manylinux wheel may need	2026-08-08
manylinux_2_28	manylinux-2-28	manylinux	2.28	policy	glibc	2.28	-	-	-	pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; libraries: PEP 513 and PEP 599: libraries that a manylinux wheel may need	2026-08-08
manylinux_2_31	manylinux-2-31	manylinux	2.31	policy	glibc	2.31	-	-	-	pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; libraries: PEP 513 and PEP 599: libraries that a manylinux wheel may need	2026-08-08
manylinux_2_34	manylinux-2-34	manylinux	2.34	policy	glibc	2.34	-	-	-	pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; libraries: PEP 513 and PEP 599: libraries that a manylinux wheel may need	2026-08-08
manylinux_2_39	manylinux-2-39	manylinux	2.39	policy	glibc	2.39	-	-	-	pep600_compliance@2d70275 (2026-08-08) README.rst + cache/x86_64; libraries: PEP 513 and PEP 599: libraries that a manylinux wheel may need	2026-08-08
mageia9	mageia-9	Mageia	9	general	glibc	2.36	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
mageia10	mageia-10	Mageia	10	general	glibc	2.42	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
slackware15.0	slackware-15.0	Slackware	15.0	general	glibc	2.33	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
alt-p9	altp9	ALT Linux	p9	general	glibc	2.27	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
alt-p10	altp10	ALT Linux	p10	general	glibc	2.32	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
alt-p11	altp11	ALT Linux	p11	general	glibc	2.38	-	-	-	pep600_compliance@2d70275 (2026-08-08) cache	2026-08-08
`;let d;function f(){return d??=p(),d}function p(){let[e,t]=[l,c].map(m);return{date:u.slice(2,u.indexOf(`
`)),systems:h(u).map(n=>{let r=n(`id`)??``;return v(n,{processors:(e?.get(r)??[]).map(y),libraries:(t?.get(r)??[]).map(b)})})}}function m(e){let n=t(h(e),e=>e(`system`)??``);return new Map(n.map(e=>[e[0](`system`)??``,e]))}function h(e){let[t=[],...n]=e.trimEnd().split(`
`).filter(e=>!e.startsWith(`#`)).map(e=>e.split(`	`)),r=new Map(t.map((e,t)=>[e,t]));return n.map(e=>t=>{let n=e[r.get(t)??-1]??`-`;return n===`-`?null:n})}function g(e){return e===null?[]:e.split(` `)}const _=[`libc.so.6`,`libm.so.6`,`libpthread.so.0`,`libdl.so.2`,`librt.so.1`,`libresolv.so.2`,`libutil.so.1`,`libanl.so.1`];function v(e,{processors:t,libraries:n}){let r=t=>e(t)??``,i=r(`libc`),a=i===`glibc`?_:[];return{id:r(`id`),aliases:g(e(`aliases`)),family:r(`family`),release:r(`release`),kind:r(`kind`),libc:i,version:e(`version`),end:e(`end`),kernel:e(`kernel`),glibc:e(`glibc`)===null?a:g(e(`glibc`)),libraries:n,source:r(`source`),date:r(`date`),processors:t}}function y(e){let t=e(`processor`)??``;return{processor:t,level:e(`level`)??(t===`amd64`?`v1`:null),loader:e(`loader`),versions:{GLIBC:e(`GLIBC`),GLIBCXX:e(`GLIBCXX`),CXXABI:e(`CXXABI`),GCC:e(`GCC`)},oldest:e(`oldest`),names:g(e(`names`))}}function b(e){let t=e(`names`);return{name:e(`library`)??``,versions:t===`?`?null:g(t)}}function x(t){let{systems:n,date:r}=f(),i=S(t);if(i===`supported`)return n.filter(e=>w(e,r)).map(({id:e})=>e);let a=n.find(({id:e,aliases:t})=>[e,...t].some(e=>S(e)===i));if(a!==void 0)return[a.id];let o=C(i,n),s=o===void 0?`go-linkage systems lists those that are known`:`did you mean ${o}?`;throw new e(`unknown system "${t}"; ${s}`)}function S(e){return e.toLowerCase().replaceAll(/[\s:]+/g,`-`)}function C(e,t){let n=t.flatMap(({id:e,aliases:t})=>[e,...t]),i=/^[a-z_]+/.exec(e)?.[0]??``,a=n.filter(e=>i.length>2&&e.startsWith(i));return r(e,a.length>0?a:n)??a.at(-1)}function w({kind:e,end:t},n){return e===`general`&&t!==null&&(t===`none`||t>=n)}function T(e){let t=f().systems.find(t=>t.id===e);if(t===void 0)throw Error(`no system ${e}`);return t}function E({family:e,release:t,kind:n}){return t===``?e:n===`image`&&/\s/.test(t)?`${e} (${t})`:`${e} ${t}`}export{h as a,o as c,t as d,n as f,T as i,i as l,x as n,f as o,E as r,s,w as t,r as u};